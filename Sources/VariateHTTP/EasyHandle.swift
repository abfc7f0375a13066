import CCurl

/// One libcurl transfer handle with its header list and error text, released together.
///
/// The corresponding C type is `CURL`. A handle belongs to one thread at a time.
struct EasyHandle: ~Copyable {
    let pointer: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private let errorText: UnsafeMutablePointer<CChar>

    /// Creates a handle; nil where libcurl is out of memory.
    init?() {
        guard CurlLibrary.isReady, let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        headers = nil
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        _ = variate_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(headers)
        errorText.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) {
        _ = variate_curl_set_long(pointer, option, value)
    }

    func set(_ option: CURLoption, size: Int) {
        _ = variate_curl_set_offset(pointer, option, curl_off_t(size))
    }

    /// Sets a string option; false where libcurl refuses it.
    @discardableResult
    func set(_ option: CURLoption, _ value: String) -> Bool {
        variate_curl_set_string(pointer, option, value) == CURLE_OK
    }

    /// Appends one line to the request's header list.
    mutating func addHeader(_ line: String) {
        if let longer = curl_slist_append(headers, line) { headers = longer }
    }

    /// Hands the header list to libcurl.
    func useHeaders() {
        _ = variate_curl_set_pointer(pointer, CURLOPT_HTTPHEADER, headers)
    }

    /// What libcurl says about a result: its detailed text, else its general one.
    func message(for result: CURLcode) -> String {
        let detail = String(cString: errorText)
        return detail.isEmpty ? String(cString: curl_easy_strerror(result)) : detail
    }

    /// A number that libcurl counted.
    func long(_ info: CURLINFO) -> Int { variate_curl_get_long(pointer, info) }

    /// A size that libcurl counted, in bytes.
    func size(_ info: CURLINFO) -> Int { Int(variate_curl_get_offset(pointer, info)) }
}

/// libcurl's process-wide state.
enum CurlLibrary {
    /// Whether `curl_global_init` succeeded; it runs once.
    static let isReady = variate_curl_global_init() == CURLE_OK
}
