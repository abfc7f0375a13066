/// Sends one request and returns the whole answer. Cancelling the task aborts the transfer.
public protocol HTTPTransport: Sendable {
    /// The answer, whatever its status; an error only where there is no complete answer.
    func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse
}
