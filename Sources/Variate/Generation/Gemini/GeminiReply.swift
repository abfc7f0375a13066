/// What an answer of `generateContent` says, with its pictures still lying in the buffer.
struct GeminiReply: Equatable {
    /// A picture among the answer's parts.
    struct Picture: Equatable {
        /// Its base64.
        var data: JSONScanner.Text
        var mimeType: String
        /// Whether the model marked it as an interim sketch.
        var isThought: Bool
    }

    var pictures: [Picture] = []
    /// The words of the answer, thoughts left out.
    var text = ""
    var finishReason: String?
    var finishMessage: String?
    var blockReason: String?
    var blockMessage: String?
    var usage: TokenUsage?
    var modelVersion: String?
    var responseID: String?
    /// The error that some gateways put into a successful answer.
    var error: GeminiErrorBody?

    /// The picture to deliver: the last that is no thought, else the last of any kind.
    ///
    /// Interim sketches come first and are usually marked; the only picture is sometimes marked as well.
    var picture: Picture? { pictures.last { !$0.isThought } ?? pictures.last }
}
