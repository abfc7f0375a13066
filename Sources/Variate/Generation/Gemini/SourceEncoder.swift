import VariateCodecs
import VariateImaging

/// A picture as it stands in a request.
struct InlineImage: Equatable, Sendable {
    let mimeType: String
    let bytes: [UInt8]
}

/// Prepares a source for sending: its own file wherever that will do, else an upright, smaller copy.
struct SourceEncoder: Sendable {
    /// Makes a picture of another size.
    var resize: @Sendable (Image, Size) throws(CodecError) -> Image = {
        $0.resized(to: $1, using: .lanczos3)
    }
    /// Makes a file of a picture.
    var encode: @Sendable (Image, ImageEncoder.Encoding) throws(CodecError) -> [UInt8] = {
        (image, encoding) throws(CodecError) in try ImageEncoder.encode(image, as: encoding)
    }
    /// Largest file that is sent, in bytes: with base64's third more it keeps the request under 20 MB.
    var maximumBytes = 14_000_000

    /// How far a copy that is still too large is shrunk, and how often.
    private static let shrinkage = 0.75
    private static let shrinkLimit = 8

    /// The source's own bytes where they are upright and within both bounds, else a copy: PNG where it is transparent,
    /// JPEG of quality 95 with full chroma where it is not.
    /// - Throws: `invalidRequest` where the copy cannot be made.
    func inline(_ source: SourceImage, maximumSide: Int) throws(GenerationFailure) -> InlineImage {
        let fits = source.image.size.longestSide <= maximumSide && source.bytes.count <= maximumBytes
        if source.orientation == .up && fits {
            return InlineImage(mimeType: source.format.mimeType, bytes: source.bytes)
        }
        let isTransparent = source.hasAlpha && !source.image.isOpaque
        let encoding: ImageEncoder.Encoding =
            isTransparent ? .png(compression: 6) : .jpeg(quality: 95, fullChroma: true)
        let format: ImageFormat = isTransparent ? .png : .jpeg
        var side = min(maximumSide, source.image.size.longestSide)
        do throws(CodecError) {
            for _ in 0..<Self.shrinkLimit {
                let size = source.image.size.fitted(toLongestSide: side)
                let image = size == source.image.size ? source.image : try resize(source.image, size)
                let bytes = try encode(image, encoding)
                if bytes.count <= maximumBytes { return InlineImage(mimeType: format.mimeType, bytes: bytes) }
                side = max(Int(Double(side) * Self.shrinkage), 1)
            }
        } catch {
            throw GenerationFailure(
                .invalidRequest, message: "the source cannot be prepared for sending: \(error)",
                advice: "Convert the source to an upright PNG or JPEG of at most \(maximumSide) pixels a side.",
                charge: .notSent)
        }
        throw GenerationFailure(
            .invalidRequest, message: "the source stays larger than \(maximumBytes) bytes",
            advice: "Use a smaller source.", charge: .notSent)
    }
}
