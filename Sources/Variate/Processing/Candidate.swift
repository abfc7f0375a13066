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
