#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// HTTP/1.1 and HTTP/2 over libcurl: any number of concurrent transfers on one thread of their own.
///
/// - Certificates are verified against the system's authorities, or the bundle given.
/// - Proxies are those of libcurl's environment variables; this machine itself is never reached through one.
/// - Redirects are never followed, so that secrets stay with the host they were meant for.
/// - A request whose body has begun to leave is never sent again behind the caller's back, not even where a kept
///   connection turns out to be dead.
public final class CurlTransport: HTTPTransport {
    private let worker: CurlWorker

    /// Creates a transport. Its thread starts with the first request and ends with `shutDown` or the transport.
    /// - Parameter certificateBundle: a PEM file of certificate authorities instead of the system's.
    public convenience init(certificateBundle: String? = CurlTransport.environmentCertificateBundle()) {
        self.init(worker: CurlWorker(certificateBundle: certificateBundle))
    }

    init(worker: CurlWorker) {
        self.worker = worker
    }

    deinit { worker.stop() }

    /// The file that `CURL_CA_BUNDLE`, else `SSL_CERT_FILE`, names in the environment.
    public static func environmentCertificateBundle() -> String? {
        for name in ["CURL_CA_BUNDLE", "SSL_CERT_FILE"] {
            if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
        }
        return nil
    }

    /// Aborts what is running and ends the thread. Requests sent afterwards fail as cancelled.
    public func shutDown() { worker.stop() }

    /// The answer, whatever its status; cancelling the task aborts the transfer and closes its connection.
    public func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        let job = TransferJob(request)
        let worker = worker
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                job.attach(waiter)
                worker.start(job)
            }
        } onCancel: {
            job.cancel()
            worker.wake()
        }
        return try outcome.get()
    }
}
