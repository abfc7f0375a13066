import Testing
import VariateImaging

@testable import Variate

/// The drawn scene's measurements against those of the gate's numerical prototype: NumPy 2.4 and OpenCV 5.0, on the same
/// pixels drawn in NumPy by the same formulas.
///
/// The prototype works on luma that is not rounded to levels and aligns with all pixels of its finest level; this accounts
/// for the tolerances.
@Suite struct ReferenceMeasurementsTests {
    static let scene = ImageFeatures(of: SyntheticScene.image)

    @Test func measuresDefectsAsThePrototypeDoes() {
        let defects = Self.scene.defects
        #expect(abs(defects.sharpness.laplacianVariance - 3.0101) < 0.001)
        #expect(abs(defects.sharpness.detail95 - 1.7910) < 0.002)
        #expect(abs(defects.sharpness.detail98 - 1.8324) < 0.002)
        #expect(abs(defects.sharpness.topGradient - 124.776) < 0.5)
        #expect(abs(defects.noise.quietDeviation - 2.5808) < 0.02)
        #expect(abs(defects.noise.impulseShare - 0.000_533_492) < 1e-9)
        #expect(abs(defects.blockiness.grid - 1.6010) < 0.002)
        #expect(abs(defects.exposure.clippedShare - 0.012_351_708) < 1e-9)
        #expect(abs(defects.exposure.bentShare - 0.012_351_708) < 1e-9)
        #expect(abs(defects.exposure.darkest - 78.06) < 0.5)
        #expect(abs(defects.exposure.bright - 198.03) < 0.5)
        #expect(abs(defects.exposure.brightest - 223.85) < 0.5)
        #expect(abs(defects.tonalRichness.occupiedBins - 39.6667) < 0.001)
        #expect(abs(defects.texture.texturedShare - 0.526_59) < 0.001)
        #expect(abs(defects.seams.widestShare - 0.6198) < 0.03)
        #expect(abs(defects.seams.longestRun - 0.072_917) < 1e-6)
        #expect(defects.flatBars.extent == 0)
        #expect(defects.checkerboard.strength == 0)
        #expect(abs(defects.tiling.selfCorrelation - 0.0542) < 0.005)
    }

    @Test func alignsAShiftAsThePrototypeDoes() {
        let shifted = ImageFeatures(of: SyntheticScene.image.rearranged { x, y in (x + 3, y - 2) })
        let difference = AlignedDifference(from: Self.scene.appearance, to: shifted.appearance)
        let evidence = difference.evidence
        #expect(abs(evidence.displacement - 0.010_541) < 0.0002)
        #expect(abs(evidence.structure - 0.018_03) < 0.0005)
        #expect(abs(evidence.changedTenth - 0.0470) < 0.001)
        #expect(evidence.changedShare == 0)
        #expect(abs(evidence.tone - 0.9068) < 0.01)
        #expect(abs(evidence.contrast - 0.012_91) < 0.0005)
        #expect(abs(evidence.light - 0.9569) < 0.01)
        #expect(abs(evidence.chroma - 2.080) < 0.03)
        #expect(abs(evidence.grain) < 0.1)
        #expect(abs(difference.value - 0.1717) < 0.005)
        let relation = OrientationViews.relation(
            source: Self.scene.appearance.orientations, candidate: shifted.appearance.orientations)
        #expect(abs(relation - 0.9563) < 0.003)
        #expect(abs(Self.scene.appearance.colourOverlap(with: shifted.appearance) - 0.94184) < 0.0001)
    }

    @Test func comparesAWarmGradeAsThePrototypeDoes() {
        let warm = ImageFeatures(of: SyntheticScene.image.mapChannels { ($0 * [1.28, 1, 0.72][$1]).rounded(.down) })
        let difference = AlignedDifference(from: Self.scene.appearance, to: warm.appearance)
        let evidence = difference.evidence
        #expect(abs(evidence.displacement - 0.0050) < 0.0002)
        #expect(abs(evidence.tone - 4.958) < 0.02)
        #expect(abs(evidence.contrast - 0.033_03) < 0.0005)
        #expect(abs(evidence.light - 1.599) < 0.02)
        #expect(abs(evidence.chroma - 42.76) < 0.1)
        #expect(difference.value == 1)
        #expect(abs(Self.scene.appearance.colourOverlap(with: warm.appearance) - 0.523_46) < 0.001)
    }

    @Test func staysSmall() {
        let views = 19 * 12 * 12 * 8 * MemoryLayout<Float>.stride
        let details = Appearance.side * Appearance.side * MemoryLayout<Float>.stride
        #expect(Self.scene.appearance.pyramid.byteCount + views + details < 330_000)
    }
}
