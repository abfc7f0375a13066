import Testing
import VariateCodecs
import VariateImaging

@testable import Variate

@Suite struct InspectionTests {
    /// Black with one white rectangle: one edge, whose box is known.
    private let picture: Image = {
        let size = Size(width: 64, height: 48)
        var image = Image(size: size, red: 0, green: 0, blue: 0)
        for y in 10..<30 {
            for x in 20..<50 {
                for channel in 0..<3 { image.samples[4 * (y * size.width + x) + channel] = 255 }
            }
        }
        return image
    }()

    @Test func findsTheOneEdge() {
        let found = ImageInspection(path: "a.png", decoded: DecodedImage(image: picture, format: .png))
        #expect(found.components.count == 1)
        #expect(found.components.largest.count == 1)
        #expect(found.components.largest[0].area == found.cannyEdgePixels)
        #expect((29...31).contains(found.components.largest[0].width))
        #expect(found.ahash.count == 16 && found.dhash.count == 16 && found.phash.count == 16)
    }

    @Test func writesTheDocumentedMembersInOrder() throws {
        let found = ImageInspection(path: "a.png", decoded: DecodedImage(image: picture, format: .png))
        let names: [String] =
            if case .object(let members) = try OrderedJSONEncoder().encode(found) { members.map(\.name) } else { [] }
        #expect(
            names == [
                "path", "width", "height", "format", "orientation", "hasAlpha", "ahash", "dhash", "phash",
                "laplacianVariance", "cannyEdgePixels", "components", "aesthetic", "seed",
            ])
    }

    @Test func aPictureIsIdenticalToItself() {
        let comparison = ImageComparison(picture, path: "a", with: picture, path: "b")
        #expect(comparison.ssim == 1 && comparison.gaussianSSIM == 1)
        #expect(comparison.multiScaleSSIM == nil)
        #expect(comparison.relation == .identical && comparison.duplicate && comparison.difference == 0)
        #expect(comparison.hashDistance == ImageComparison.HashDistance(ahash: 0, dhash: 0, phash: 0))
        #expect(!comparison.resized)
    }

    @Test func onePixelCanBeCompared() {
        let dot = Image(size: Size(width: 1, height: 1), red: 9, green: 9, blue: 9)
        let comparison = ImageComparison(dot, path: "a", with: picture, path: "b")
        #expect(comparison.resized && comparison.ssim.isFinite && comparison.gaussianSSIM == nil)
    }

    @Test func theLargestOfEquallySharpCopiesIsKept() {
        let features = ImageFeatures(of: picture)
        let other = ImageFeatures(of: Image(size: Size(width: 40, height: 40), red: 200, green: 20, blue: 90))
        let search = DuplicateSearch([("a", features), ("other", other), ("b", features)])
        #expect(search.images == 3)
        #expect(search.groups.map(\.keep.path) == ["a"])
        #expect(search.groups.first?.duplicates.map(\.path) == ["b"])
    }
}
