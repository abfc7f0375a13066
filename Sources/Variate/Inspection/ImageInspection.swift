public import VariateCodecs
import VariateImaging

/// Everything that can be said of one picture alone, under the names of its machine-readable form.
///
/// The members are declared, and written, in the documented order. The picture is measured upright, as it looks after
/// its Exif orientation has been applied.
public struct ImageInspection: Codable, Sendable, Equatable {
    /// The path as it was given.
    public let path: String
    /// Pixels in a row of the upright picture.
    public let width: Int
    /// Rows of the upright picture.
    public let height: Int
    /// The format, by magic bytes.
    public let format: ImageFormat
    /// The Exif orientation that was applied, 1 to 8.
    public let orientation: Int
    /// Whether the file has an alpha channel or transparent palette entries.
    public let hasAlpha: Bool
    /// Average hash, 16 lower-case hexadecimal digits, equal to ImageHash's.
    public let ahash: String
    /// Difference hash, equal to ImageHash's.
    public let dhash: String
    /// Perceptual hash, equal to ImageHash's.
    public let phash: String
    /// Variance of the luma's Laplacian; higher is sharper, or noisier. Equal to `cv2.Laplacian(luma, CV_64F).var()`.
    public let laplacianVariance: Double
    /// Pixels that `cv2.Canny(luma, 50, 150)` marks.
    public let cannyEdgePixels: Int
    /// The connected edges.
    public let components: EdgeComponents
    /// Four simple measures of looks, and their mean.
    public let aesthetic: Aesthetic
    /// Literal measures of the first gate, kept under their own name.
    public let seed: Literal

    /// The 8-connected components of the Canny edges, without the background.
    public struct EdgeComponents: Codable, Sendable, Equatable {
        /// How many there are.
        public let count: Int
        /// The largest, at most five, largest first.
        public let largest: [EdgeComponent]
    }

    /// One connected edge.
    public struct EdgeComponent: Codable, Sendable, Equatable {
        /// Its pixels.
        public let area: Int
        /// Left edge of its bounding box.
        public let left: Int
        /// Top edge of its bounding box.
        public let top: Int
        /// Width of its bounding box.
        public let width: Int
        /// Height of its bounding box.
        public let height: Int
        /// Mean x and mean y of its pixels.
        public let centroid: [Double]
    }

    /// See `AestheticMeasures`: each 0…1, and higher counts as better.
    public struct Aesthetic: Codable, Sendable, Equatable {
        /// How unevenly the channels vary.
        public let colorVariance: Double
        /// Twice luma's standard deviation over 255.
        public let contrast: Double
        /// 1 at a mid-grey mean.
        public let brightnessBalance: Double
        /// Laplacian variance over 1,000.
        public let sharpness: Double
        /// The mean of the four.
        public let score: Double
    }

    /// Literal measures of the first gate.
    public struct Literal: Codable, Sendable, Equatable {
        /// A tenth of the number of edges above 1 % of the pixels, at most 1; 0.1 without any edge.
        public let objectIntegrity: Double
    }

    private static let listedComponents = 5

    /// Measures a decoded file.
    /// - Complexity: O(pixels).
    public init(path: String, decoded: DecodedImage) {
        let luma = decoded.image.luma()
        let integrity = ObjectIntegrity(luma: luma)
        let looks = AestheticMeasures(image: decoded.image, luma: luma)
        let edges = integrity.components.components.sorted { ($1.area, $0.top, $0.left) < ($0.area, $1.top, $1.left) }
        self.path = path
        width = decoded.image.width
        height = decoded.image.height
        format = decoded.format
        orientation = decoded.orientation.rawValue
        hasAlpha = decoded.hasAlpha
        ahash = luma.hash(.average).hex
        dhash = luma.hash(.difference).hex
        phash = luma.hash(.perceptual).hex
        laplacianVariance = luma.laplacianVariance()
        cannyEdgePixels = integrity.edgePixels
        components = EdgeComponents(
            count: edges.count, largest: edges.prefix(Self.listedComponents).map(EdgeComponent.init))
        aesthetic = Aesthetic(
            colorVariance: looks.colorVariance, contrast: looks.contrast, brightnessBalance: looks.brightnessBalance,
            sharpness: looks.sharpness, score: looks.score)
        seed = Literal(objectIntegrity: integrity.value)
    }
}

extension ImageInspection.EdgeComponent {
    fileprivate init(_ statistics: ComponentStatistics) {
        area = statistics.area
        left = statistics.left
        top = statistics.top
        width = statistics.width
        height = statistics.height
        centroid = [statistics.centroidX, statistics.centroidY]
    }
}
