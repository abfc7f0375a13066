/// The shape and size to ask a model for, checked against what is known of it.
///
/// No shape is sent unless the user asks for one: the model then keeps the source's own.
struct GeminiImageOptions: Equatable {
    let aspectRatio: String?
    let imageSize: String?

    /// Reads what a request asks for.
    /// - Throws: `invalidRequest` for what a known model does not offer. Models that are not known get what was asked.
    init(_ request: GenerationRequest, model id: String) throws(GenerationFailure) {
        let model = GeminiModel.named(id)
        aspectRatio = request.aspectRatio
        if let aspectRatio, let model, !model.aspectRatios.contains(aspectRatio) {
            throw Self.refusal("\(id) does not offer the shape \(aspectRatio)", choices: model.aspectRatios)
        }
        // The provider insists on the upper-case K.
        let size = request.imageSize?.uppercased()
        if let size, let model, !model.sizes.contains(size) {
            throw Self.refusal("\(id) does not offer the size \(size)", choices: model.sizes)
        }
        imageSize = model?.sendsSize ?? true ? size : nil
    }

    private static func refusal(_ message: String, choices: [String]) -> GenerationFailure {
        GenerationFailure(
            .invalidRequest, message: message, advice: "Choose one of \(choices.joined(separator: ", ")).",
            charge: .notSent)
    }
}
