import CCurl

/// A set of running transfers. The corresponding C type is `CURLM`.
///
/// Unchecked because libcurl draws the line itself: `wake` may be called from any thread, everything else belongs to
/// the one thread that runs the transfers. Shared ownership keeps the handle alive for both.
final class MultiHandle: @unchecked Sendable {
    private let pointer: UnsafeMutableRawPointer

    /// Creates an empty set; nil where libcurl is out of memory.
    init?() {
        guard CurlLibrary.isReady, let pointer = curl_multi_init() else { return nil }
        self.pointer = pointer
    }

    /// Takes over a handle that was made elsewhere.
    init(adopting pointer: UnsafeMutableRawPointer) {
        self.pointer = pointer
    }

    deinit { curl_multi_cleanup(pointer) }

    /// Ends a running or the next `wait`. The corresponding C function is `curl_multi_wakeup`.
    func wake() { curl_multi_wakeup(pointer) }

    /// Starts a transfer; false where libcurl refuses it.
    func add(_ easy: borrowing EasyHandle) -> Bool {
        curl_multi_add_handle(pointer, easy.pointer) == CURLM_OK
    }

    /// Takes a transfer out; a running one is aborted and its connection closed.
    func remove(_ easy: borrowing EasyHandle) {
        curl_multi_remove_handle(pointer, easy.pointer)
    }

    /// Does what can be done without waiting; false where libcurl itself fails.
    func perform() -> Bool {
        var running: Int32 = 0
        return curl_multi_perform(pointer, &running) == CURLM_OK
    }

    /// Waits for traffic, for libcurl's own timers, for `wake`, or for the time to pass.
    /// The corresponding C function is `curl_multi_poll`. False where libcurl itself fails, without having waited.
    func wait(milliseconds: Int32) -> Bool {
        curl_multi_poll(pointer, nil, 0, milliseconds, nil) == CURLM_OK
    }

    /// The next finished transfer's handle and result, or nil.
    func nextFinished() -> (handle: UnsafeMutableRawPointer, result: CURLcode)? {
        var result = CURLE_OK
        guard let handle = variate_curl_next_finished(pointer, &result) else { return nil }
        return (handle, result)
    }
}
