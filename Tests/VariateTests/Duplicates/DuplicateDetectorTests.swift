import Testing
import VariateImaging

@testable import Variate

@Suite struct DuplicateDetectorTests {
    typealias Edit = QualityGateTests.Edit

    static let detector = DuplicateDetector()
    static let scene = SyntheticScene.image
    static let original = ImageFeatures(of: scene)

    static let repeats = [
        Edit("shifted") { $0.rearranged { x, y in (x + 3, y - 2) } },
        Edit("cropped a little") { $0.cropped(by: 0.02) },
        Edit("turned by half a degree") { $0.turned(sine: 0.008727, cosine: 0.999962) },
        Edit("noise as of compression") { $0.noisy(amplitude: 6) },
        Edit("gamma 1.08") { $0.mapLevels { 255 * power($0 / 255, 1.08) } },
        Edit("blurred a little") { $0.blurred(sigma: 0.7) },
        Edit("reduced") { $0.resized(to: Size(width: 256, height: 192), using: .lanczos3) },
        Edit("stretched") { $0.resized(to: Size(width: 400, height: 288), using: .bicubic) },
        Edit("written on") { $0.painted { x, y in y / 3 == 91 && x > 310 && x < 370 ? (255, 255, 255) : nil } },
    ]

    @Test(arguments: repeats)
    func convictsRepeats(_ edit: Edit) {
        let repeated = ImageFeatures(of: edit.make(Self.scene))
        let difference = Self.detector.difference(Self.original, repeated)
        #expect(difference < 0.2)
        #expect(difference > 0)
        #expect(Self.detector.relation(Self.original, repeated) == .nearDuplicate)
        #expect(Self.detector.isDuplicate(repeated, Self.original))
    }

    static let variations = [
        Edit("recoloured") { $0.mapChannels { $0 * [1.28, 1, 0.72][$1] } },
        Edit("local edit") {
            $0.painted { x, y in (200..<290).contains(x) && (20..<110).contains(y) ? (60, 30, 90) : nil }
        },
        Edit("flipped") { $0.flipped() },
        Edit("cropped") { $0.cropped(by: 0.2) },
        Edit("darkened") { $0.mapLevels { $0 * 0.6 } },
    ]

    @Test(arguments: variations)
    func leavesVariationsAlone(_ edit: Edit) {
        let variation = ImageFeatures(of: edit.make(Self.scene))
        #expect(Self.detector.difference(Self.original, variation) >= 0.2)
        #expect(Self.detector.relation(Self.original, variation) == .variation)
    }

    @Test func knowsIdenticalAndUnrelatedPictures() {
        let again = ImageFeatures(of: Self.scene)
        #expect(Self.detector.difference(Self.original, again) == 0)
        #expect(Self.detector.relation(Self.original, again) == .identical)
        let stripes = ImageFeatures(
            of: Image(size: SyntheticScene.size, red: 30, green: 60, blue: 40).painted { x, y in
                (x + 2 * y) % 46 < 20 ? (220, 90, 200) : nil
            })
        #expect(Self.detector.relation(Self.original, stripes) == .unrelated)
    }

    @Test func oneLevelInOnePixelIsNotIdentical() {
        var changed = Self.scene
        changed.samples[4000] ^= 1
        #expect(Self.detector.relation(Self.original, ImageFeatures(of: changed)) == .nearDuplicate)
    }

    @Test func blankPicturesRepeatEachOtherWhateverTheirNoise() {
        let blank = Image(size: SyntheticScene.size, red: 180, green: 170, blue: 160)
        let first = ImageFeatures(of: blank.noisy(amplitude: 2))
        let second = ImageFeatures(of: blank.flipped().noisy(amplitude: 3))
        #expect(Self.detector.isDuplicate(first, second))
    }

    static let strict = DuplicateDetector(allowed: [])

    @Test(arguments: SquareSymmetry.allCases)
    func namesTurnedAndMirroredCopies(_ symmetry: SquareSymmetry) {
        let copy = ImageFeatures(of: Self.scene.turned(symmetry).noisy(amplitude: 3))
        let transform = PictureTransform(.turned(symmetry))
        let found = Self.strict.compare(Self.original, copy)
        #expect(found.transform == transform)
        #expect(found.difference < 0.2)
        let lenient = Self.detector.compare(Self.original, copy)
        #expect(lenient.transform == transform)
        #expect((lenient.difference < 0.2) == (symmetry != .mirrored))
        #expect(Self.detector.relation(Self.original, copy) == (symmetry == .mirrored ? .variation : .nearDuplicate))
    }

    @Test(arguments: [(0, 40), (30, 0), (8, 8)])
    func namesFramedCopies(_ bars: (across: Int, down: Int)) {
        for tone: UInt8 in [0, 255] {
            let copy = ImageFeatures(of: Self.scene.framed(across: bars.across, down: bars.down, tone: tone))
            #expect(copy.appearance.hasFrame)
            for (first, second) in [(Self.original, copy), (copy, Self.original)] {
                let found = Self.detector.compare(first, second)
                #expect(found.transform == .letterboxed)
                #expect(found.difference < 0.2)
            }
        }
        #expect(!Self.original.appearance.hasFrame)
    }

    @Test func uprightCopiesHaveNoTransform() {
        let copy = ImageFeatures(of: Self.scene.noisy(amplitude: 3))
        #expect(Self.strict.compare(Self.original, copy).transform == nil)
        let recoloured = ImageFeatures(of: Self.scene.mapChannels { $0 * [1.28, 1, 0.72][$1] })
        #expect(Self.strict.compare(Self.original, recoloured).transform == nil)
        let mirroredAndDark = ImageFeatures(of: Self.scene.flipped().mapLevels { $0 * 0.6 })
        #expect(Self.strict.compare(Self.original, mirroredAndDark).transform == nil)
    }

    @Test func whatIsUnderTransparencyDoesNotCount() {
        var first = Self.scene
        var second = Self.scene
        for i in stride(from: 0, to: first.samples.count / 3, by: 4) {
            first.samples[i + 3] = 0
            second.samples[i + 3] = 0
            second.samples[i] = 255 - second.samples[i]
        }
        let white = Self.scene.painted { x, y in
            4 * (y * Self.scene.width + x) < Self.scene.samples.count / 3 ? (255, 255, 255) : nil
        }
        let features = ImageFeatures(of: first)
        #expect(Self.detector.difference(features, ImageFeatures(of: second)) < 0.001)
        #expect(Self.detector.difference(features, ImageFeatures(of: white)) < 0.02)
        #expect(features.appearance.fingerprintDistance(to: ImageFeatures(of: white).appearance) == 0)
    }

    @Test func grainIsNoRepetitionButNoiseIs() {
        let grainy = ImageFeatures(of: Self.scene.noisy(amplitude: 30))
        #expect(Self.detector.difference(Self.original, grainy) >= 0.2)
        #expect(Self.detector.compare(Self.original, grainy).evidence?.grain ?? 0 > 4.5)
    }

    @Test func brightnessContrastAndSaturationOfTheWholeAreForgiven() {
        for edit: (Double) -> Double in [{ $0 + 13 }, { $0 - 13 }, { ($0 - 128) * 1.11 + 128 }] {
            #expect(Self.detector.isDuplicate(Self.original, ImageFeatures(of: Self.scene.mapLevels(edit))))
        }
        let relit = Self.scene.painted { x, y in
            let i = 4 * (y * Self.scene.width + x)
            let light = 0.75 + 0.5 * Double(x) / Double(Self.scene.width)
            let level = { (channel: Int) in UInt8(min(255, Double(Self.scene.samples[i + channel]) * light)) }
            return (level(0), level(1), level(2))
        }
        #expect(!Self.detector.isDuplicate(Self.original, ImageFeatures(of: relit)))
    }

    @Test func groupsRepeats() {
        let pictures =
            [
                Self.scene, Self.scene.flipped(), Self.scene.noisy(amplitude: 3), Self.scene.mapLevels { $0 * 0.5 },
                Self.scene.flipped().rearranged { x, y in (x + 2, y) }, Self.scene,
            ].map { ImageFeatures(of: $0) }
        var told: [Int] = []
        #expect(Self.strict.groups(among: pictures).map(\.members) == [[0, 1, 2, 4, 5]])
        let groups = Self.detector.groups(among: pictures) { told.append($0) }
        #expect(told == pictures.indices.map { $0 * ($0 + 1) / 2 })
        #expect(groups.map(\.members) == [[0, 2, 5], [1, 4]])
        #expect(groups[0].pairs.map(\.first) == [0, 0, 2])
        #expect(groups[0].pairs.map(\.second) == [2, 5, 5])
        #expect(groups[0].pairs[1].difference == 0)
        #expect(groups.flatMap(\.pairs).allSatisfy { $0.difference < 0.2 })
    }

    @Test func groupsOfNoneAndOfOneAreEmpty() {
        #expect(Self.detector.groups(among: []).isEmpty)
        #expect(Self.detector.groups(among: [Self.original]).isEmpty)
        #expect(Self.detector.groups(among: [Self.original, ImageFeatures(of: Self.scene.flipped())]).isEmpty)
    }
}

@Suite struct DisjointSetsTests {
    @Test func joinsThroughChains() {
        var sets = DisjointSets(count: 6)
        sets.join(4, 5)
        sets.join(1, 2)
        sets.join(2, 4)
        let roots = (0..<6).map { sets.root(of: $0) }
        #expect(roots == [0, 1, 1, 3, 1, 1])
    }
}
