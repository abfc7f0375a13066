import Testing
import VariateImaging

@testable import Variate

@Suite struct KeepOrderTests {
    static let scene = SyntheticScene.image

    private func best(_ pictures: [Image]) -> (index: Int, reason: KeepOrder.Reason) {
        KeepOrder.best(of: Array(pictures.indices), pictures.map { ImageFeatures(forDuplicates: $0) })
    }

    @Test func theLargestWins() {
        let small = Self.scene.resized(to: Size(width: 192, height: 144), using: .lanczos3)
        #expect(best([small, Self.scene]) == (1, .pixels))
    }

    @Test func theSharpestOfEquallyLargeOnesWins() {
        #expect(best([Self.scene.blurred(sigma: 1.6), Self.scene]) == (1, .sharpness))
    }

    @Test func noiseIsNoSharpness() {
        let soft = Self.scene.blurred(sigma: 0.8)
        #expect(best([soft, soft.noisy(amplitude: 16)]).index == 0)
    }

    @Test func clippingCountsLast() {
        let bright = Self.scene.painted { x, y in x < 150 && y < 60 ? (255, 255, 255) : nil }
        #expect(best([bright, Self.scene]) == (1, .clipping))
    }

    @Test func theFirstOfEqualsWins() {
        #expect(best([Self.scene, Self.scene]) == (0, .first))
    }
}
