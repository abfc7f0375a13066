/// The JSON of a `generateContent` request: one text, one picture or none, one picture asked for.
///
/// It asks for pictures only, opts out of the provider's request log, and sends nothing that is deprecated.
struct GeminiRequestBody {
    var prompt: String
    var image: InlineImage?
    var aspectRatio: String?
    var imageSize: String?

    /// Largest request that Google documents for pictures sent inline, in bytes.
    static let maximumBytes = 20_000_000

    /// The body's bytes.
    /// - Complexity: O(picture): its base64 is written into the body itself.
    /// - Throws: `invalidRequest` where it exceeds `maximumBytes`.
    func bytes() throws(GenerationFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((image?.bytes.count ?? 0) / 3 * 4 + prompt.utf8.count + 512)
        bytes += #"{"contents":[{"role":"user","parts":[{"text":"#.utf8
        JSONEscapes.append(prompt, to: &bytes)
        bytes += "}".utf8
        if let image {
            bytes += #",{"inlineData":{"mimeType":"#.utf8
            JSONEscapes.append(image.mimeType, to: &bytes)
            bytes += #","data":""#.utf8
            Base64.append(image.bytes, to: &bytes)
            bytes += #""}}"#.utf8
        }
        bytes += #"]}],"generationConfig":{"responseModalities":["IMAGE"]"#.utf8
        let settings = [("aspectRatio", aspectRatio), ("imageSize", imageSize)].compactMap { name, value in
            value.map { (name, $0) }
        }
        if !settings.isEmpty {
            bytes += #","imageConfig":{"#.utf8
            for (index, (name, value)) in settings.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONEscapes.append(name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                JSONEscapes.append(value, to: &bytes)
            }
            bytes += "}".utf8
        }
        bytes += #"},"store":false}"#.utf8
        guard bytes.count <= Self.maximumBytes else {
            throw GenerationFailure(
                .invalidRequest, message: "the request holds \(bytes.count) bytes, \(Self.maximumBytes) are allowed",
                advice: "Shorten the prompt or use a smaller source.", charge: .notSent)
        }
        return bytes
    }
}
