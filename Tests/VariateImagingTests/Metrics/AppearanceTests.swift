import Testing

@testable import VariateImaging

@Suite struct AppearanceTests {
    static func appearance(_ image: Image) -> Appearance { Appearance(WorkingPicture(image)) }
    static let blocks = DefectFixtures.gray(Size(width: 200, height: 160)) { x, y in
        40 + DefectFixtures.hash(y / 19 * 20 + x / 23, seed: 4) % 170 + DefectFixtures.hash(y * 200 + x, seed: 5) % 9
    }

    @Test func aPictureDoesNotDifferFromItself() {
        let picture = Self.appearance(Self.blocks)
        let difference = AlignedDifference(from: picture, to: picture)
        #expect(difference.value < 1e-4)
        #expect(picture.thumbnailDistance(to: picture) == 0)
        #expect(abs(picture.colourOverlap(with: picture) - 1) < 1e-6)
        #expect(OrientationViews.relation(source: picture.orientations, candidate: picture.orientations) > 0.9999)
    }

    @Test func thumbnailsMeasureColourDistance() {
        let first = Self.appearance(Image(size: Size(width: 30, height: 20), red: 100, green: 50, blue: 20))
        let second = Self.appearance(Image(size: Size(width: 30, height: 20), red: 103, green: 54, blue: 20))
        #expect(abs(first.thumbnailDistance(to: second) - (25.0 / 3).squareRoot()) < 1e-4)
        #expect(first.colourOverlap(with: second) == 1)
        let third = Self.appearance(Image(size: Size(width: 30, height: 20), red: 200, green: 50, blue: 20))
        #expect(first.colourOverlap(with: third) == 0)
    }

    /// Mirroring the description must equal describing the mirrored picture.
    @Test func mirrorsDescriptions() {
        let window = Plane<Float>(Self.blocks.luma()).areaResized(to: Size(width: 96, height: 96))
        var flipped = window
        for y in 0..<96 {
            for x in 0..<96 { flipped.samples[y * 96 + x] = window.samples[y * 96 + 95 - x] }
        }
        let expected = OrientationViews.describe(flipped)
        let mirrored = OrientationViews.mirrored(OrientationViews.describe(window))
        for (value, other) in zip(mirrored, expected) { #expect(abs(value - other) < 1e-4) }
    }

    @Test func recognisesMirroredAndCroppedPictures() {
        let whole = Self.appearance(Self.blocks).orientations
        let mirrored = Self.appearance(
            DefectFixtures.gray(Self.blocks.size) { x, y in Int(Self.blocks.samples[4 * (y * 200 + 199 - x)]) })
        #expect(OrientationViews.relation(source: whole, candidate: mirrored.orientations) > 0.99)
        let cropped = Self.appearance(
            DefectFixtures.gray(Size(width: 152, height: 122)) { x, y in
                Int(Self.blocks.samples[4 * ((y + 38) * 200 + x)])
            })
        #expect(OrientationViews.relation(source: whole, candidate: cropped.orientations) > 0.9)
        #expect(OrientationViews.relation(source: cropped.orientations, candidate: whole) > 0.9)
        let other = Self.appearance(
            DefectFixtures.gray(Self.blocks.size) { x, y in 40 + DefectFixtures.hash(y / 31 * 9 + x / 17, seed: 9) % 170
            })
        #expect(OrientationViews.relation(source: whole, candidate: other.orientations) < 0.5)
    }

    @Test func differencesOfTheSameSceneGrowWithTheChange() {
        let original = Self.appearance(Self.blocks)
        let values = [2, 8, 20, 45].map { change in
            let changed = DefectFixtures.gray(Self.blocks.size) { x, y in
                Int(Self.blocks.samples[4 * (y * 200 + x)]) + change
            }
            return AlignedDifference(from: original, to: Self.appearance(changed)).value
        }
        #expect(values == values.sorted())
        #expect(values[0] < 0.2 && values[3] > 0.2)
    }

    @Test(arguments: DefectFixtures.sizes)
    func isFiniteForSmallAndFlatPictures(_ size: Size) {
        let noisy = Self.appearance(DefectFixtures.picture(size))
        let flat = Self.appearance(Image(size: size, red: 200, green: 20, blue: 90))
        for (first, second) in [(noisy, flat), (flat, noisy), (flat, flat), (noisy, noisy)] {
            let difference = AlignedDifference(from: first, to: second)
            #expect((0...1).contains(difference.value))
            let relation = OrientationViews.relation(source: first.orientations, candidate: second.orientations)
            #expect((-1...1).contains(relation))
        }
    }
}
