import VariateCodecs
import VariateImaging

/// An answer that is a picture: decoded, measured, and ready to be judged.
struct Candidate: Sendable {
    let answer: GenerationAnswer
    let format: ImageFormat
    let size: Size
    let features: ImageFeatures
    let thumbnail: Image
    let promptHash: String
    let generationTime: Double
    let cached: Bool
}

extension Image {
    /// A copy that fits a square of so many pixels; never larger than the picture itself.
    func thumbnail(side: Int) -> Image {
        guard size.longestSide > side else { return self }
        let scale = Double(side) / Double(size.longestSide)
        let small = Size(
            width: max(1, Int((Double(width) * scale).rounded())),
            height: max(1, Int((Double(height) * scale).rounded())))
        return resized(to: small, using: .lanczos3)
    }
}
