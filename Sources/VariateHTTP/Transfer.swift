import CCurl

/// One running request: its libcurl handle, what it still has to send and what it has received.
///
/// It lives on the worker's thread. libcurl's callbacks get a borrowed reference; the worker keeps the transfer alive
/// until its handle has been taken out of the set.
final class Transfer {
    let job: TransferJob
    private(set) var easy: EasyHandle
    private var sentBodyBytes = 0
    private var response = HTTPResponse(status: 0)
    private var headerBytes = 0
    private var isTooLarge = false

    /// Largest sum of an answer's header lines, in bytes.
    private static let maximumHeaderBytes = 256 << 10
    /// Memory set aside on the word of a `Content-Length`, in bytes; more is taken as it arrives.
    private static let largestReservation = 16 << 20

    init(_ job: TransferJob, certificateBundle: String?) throws(HTTPTransportError) {
        let request = job.request
        guard let address = HTTPAddress(url: request.url) else {
            throw HTTPTransportError(.invalidRequest, message: "not an http or https URL", requestSent: false)
        }
        guard let easy = EasyHandle() else {
            throw HTTPTransportError(.other, message: "libcurl is out of memory", requestSent: false)
        }
        self.job = job
        self.easy = easy
        guard self.easy.set(CURLOPT_URL, request.url), self.easy.set(CURLOPT_PROTOCOLS_STR, "http,https") else {
            throw HTTPTransportError(.invalidRequest, message: "libcurl refuses the URL", requestSent: false)
        }
        self.easy.set(CURLOPT_PATH_AS_IS, 1)
        self.easy.set(CURLOPT_FOLLOWLOCATION, 0)
        self.easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        self.easy.set(CURLOPT_ACCEPT_ENCODING, "gzip")
        self.easy.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        self.easy.set(CURLOPT_SSL_VERIFYPEER, 1)
        self.easy.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let certificateBundle { self.easy.set(CURLOPT_CAINFO, certificateBundle) }
        if address.isLoopback { self.easy.set(CURLOPT_NOPROXY, "*") }
        self.easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        self.easy.set(CURLOPT_NOSIGNAL, 1)
        self.easy.set(CURLOPT_QUICK_EXIT, 1)
        self.easy.set(CURLOPT_TCP_KEEPALIVE, 1)
        self.easy.set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(request.connectTimeout))
        self.easy.set(CURLOPT_TIMEOUT_MS, Self.milliseconds(request.timeout))
        try setMethod(request)
        try setHeaders(request)
        setCallbacks()
    }

    /// Whether any byte of the request has left this machine.
    var requestSent: Bool {
        if easy.size(CURLINFO_SIZE_UPLOAD_T) > 0 { return true }
        let tunnel = easy.long(CURLINFO_HTTP_CONNECTCODE)
        if tunnel != 0 && tunnel / 100 != 2 { return false }
        return easy.long(CURLINFO_REQUEST_SIZE) > 0
    }

    /// Answers the job.
    func finish(with result: CURLcode) {
        if result == CURLE_OK && !isTooLarge {
            response.status = easy.long(CURLINFO_RESPONSE_CODE)
            return job.finish(.success(response))
        }
        let sent = requestSent || result == CURLE_SEND_FAIL_REWIND
        let kind = isTooLarge ? .tooLarge : HTTPTransportError.Kind(result, requestSent: sent)
        let message =
            if isTooLarge {
                "the answer exceeds \(job.request.maximumResponseBytes) bytes"
            } else if result == CURLE_SEND_FAIL_REWIND {
                "a kept connection was closed after the request had begun to leave"
            } else {
                easy.message(for: result)
            }
        job.finish(.failure(HTTPTransportError(kind, message: message, requestSent: sent)))
    }

    // MARK: Setting up

    private func setMethod(_ request: HTTPRequest) throws(HTTPTransportError) {
        guard !request.method.isEmpty, request.method.utf8.allSatisfy(Self.isTokenByte) else {
            throw HTTPTransportError(.invalidRequest, message: "not a method", requestSent: false)
        }
        switch request.method {
        case "GET" where request.body.isEmpty:
            easy.set(CURLOPT_HTTPGET, 1)
        case "HEAD":
            easy.set(CURLOPT_NOBODY, 1)
        default:
            easy.set(CURLOPT_POST, 1)
            easy.set(CURLOPT_POSTFIELDSIZE_LARGE, size: request.body.count)
            if request.method != "POST" { easy.set(CURLOPT_CUSTOMREQUEST, request.method) }
            // With nothing to rewind, only a fresh connection keeps libcurl from sending the request twice.
            if request.body.isEmpty { easy.set(CURLOPT_FRESH_CONNECT, 1) }
        }
    }

    private func setHeaders(_ request: HTTPRequest) throws(HTTPTransportError) {
        for (name, value) in request.headers {
            let isClean = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte), isClean else {
                throw HTTPTransportError(
                    .invalidRequest, message: "a header field holds a forbidden character", requestSent: false)
            }
            easy.addHeader(value.isEmpty ? "\(name);" : "\(name): \(value)")
        }
        let names = request.headers.map { $0.name.lowercased() }
        // libcurl would add these by itself: one delays large bodies, the other misnames them.
        for name in ["Expect", "Content-Type"] where !names.contains(name.lowercased()) { easy.addHeader("\(name):") }
        easy.useHeaders()
    }

    private func setCallbacks() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_SEEKDATA] {
            _ = variate_curl_set_pointer(easy.pointer, option, context)
        }
        _ = variate_curl_set_bytes_in(easy.pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let chunk = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().receive(chunk)
        }
        _ = variate_curl_set_bytes_in(easy.pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().receiveHeader(line)
        }
        _ = variate_curl_set_read(easy.pointer) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().fill(room)
        }
        _ = variate_curl_set_seek(easy.pointer) { context, offset, origin in
            guard let context else { return Int32(CURL_SEEKFUNC_FAIL) }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.rewind(to: Int(offset), from: origin)
        }
    }

    private static func milliseconds(_ seconds: Double) -> Int {
        Int((seconds * 1000).rounded(.up).clamped(to: 1...Double(Int32.max)))
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    // MARK: Bytes in and out

    private func receive(_ chunk: UnsafeRawBufferPointer) -> Int {
        guard chunk.count <= job.request.maximumResponseBytes - response.body.count else {
            isTooLarge = true
            return 0
        }
        response.body.append(contentsOf: chunk)
        return chunk.count
    }

    private func receiveHeader(_ line: UnsafeRawBufferPointer) -> Int {
        headerBytes += line.count
        guard headerBytes <= Self.maximumHeaderBytes else {
            isTooLarge = true
            return 0
        }
        let text = String(decoding: line, as: UTF8.self).trimmed
        if text.hasPrefix("HTTP/") {
            response.headers = []
        } else if let colon = text.firstIndex(of: ":") {
            let name = text[..<colon].lowercased()
            let value = String(text[text.index(after: colon)...]).trimmed
            response.headers.append((name, value))
            if name == "content-length", let length = Int(value), length > 0 {
                guard length <= job.request.maximumResponseBytes else {
                    isTooLarge = true
                    return 0
                }
                response.body.reserveCapacity(min(length, Self.largestReservation))
            }
        }
        return line.count
    }

    private func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, job.request.body.count - sentBodyBytes)
        job.request.body.withUnsafeBytes { body in
            room.copyMemory(from: UnsafeRawBufferPointer(rebasing: body[sentBodyBytes..<sentBodyBytes + count]))
        }
        sentBodyBytes += count
        return count
    }

    /// Refuses to rewind a body that has begun to leave: the server may have acted on it already.
    private func rewind(to offset: Int, from origin: Int32) -> Int32 {
        offset == sentBodyBytes && origin == 0 ? Int32(CURL_SEEKFUNC_OK) : Int32(CURL_SEEKFUNC_FAIL)
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

extension String {
    /// Without spaces, tabs and line ends around it.
    fileprivate var trimmed: String {
        let isBlank = { (character: Character) in character.isWhitespace || character == "\r\n" }
        let head = drop(while: isBlank)
        guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(head[...last])
    }
}
