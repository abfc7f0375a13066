import Testing

@testable import VariateImaging

@Suite("Effects")
struct EffectTests {
    private func applied(_ effect: Effect, to image: Image, amount: Double = 0.5, phase: Double = 0.3) -> Image {
        var random = SplitMix64(seed: 11)
        return effect.applied(to: image, amount: amount, phase: phase, random: &random)
    }

    @Test("Any size works, down to one pixel, and alpha stays", arguments: Effect.allCases)
    func anySize(effect: Effect) {
        for (width, height) in [(1, 1), (1, 5), (6, 1), (2, 2), (3, 5), (8, 7), (9, 9), (16, 3), (17, 17)] {
            let image = TestPicture.translucent(width: width, height: height)
            let result = applied(effect, to: image, amount: width % 2 == 0 ? 0 : 1, phase: 0.8)
            #expect(result.size == image.size)
            for i in 0..<image.size.pixelCount { #expect(result.samples[4 * i + 3] == image.samples[4 * i + 3]) }
        }
    }

    @Test("Every effect does the same twice, and something at all", arguments: Effect.allCases)
    func determinism(effect: Effect) {
        let image = TestPicture.scene(width: 96, height: 64)
        let result = applied(effect, to: image)
        #expect(result == applied(effect, to: image))
        #expect(TestPicture.difference(result, image) > 5)
    }

    @Test("Nothing is clipped to mush", arguments: Effect.allCases)
    func exposure(effect: Effect) {
        let image = TestPicture.scene(width: 120, height: 80)
        for (amount, phase) in [(0.5, 0.2), (1.0, 0.7)] {
            let result = applied(effect, to: image, amount: amount, phase: phase)
            let white = TestPicture.mean(result) { min($0, $1, $2) >= 253 ? 1 : 0 }
            let black = TestPicture.mean(result) { max($0, $1, $2) <= 4 ? 1 : 0 }
            #expect(white < 0.12, "\(effect.rawValue) at \(amount) clips \(white) to white")
            #expect(black < 0.12, "\(effect.rawValue) at \(amount) clips \(black) to black")
            #expect(TestPicture.brightness(result) > 25)
            #expect(TestPicture.brightness(result) < 235)
        }
    }

    @Test("A flat picture stays flat where only colour changes")
    func flatStaysFlat() {
        let flat = Image(size: Size(width: 40, height: 30), red: 150, green: 120, blue: 90)
        let pointwise: [Effect] = [
            .warm, .cool, .tealAndOrange, .splitToned, .hueTurned, .duotone, .tritone, .monochrome, .paletteTransfer,
            .pastel, .crossProcessed, .highKey, .filmic, .noon, .fadedFilm, .cheerful,
        ]
        for effect in pointwise {
            let result = applied(effect, to: flat)
            let first = Array(result.samples[0..<4])
            for i in 0..<flat.size.pixelCount { #expect(Array(result.samples[4 * i..<4 * i + 4]) == first) }
        }
    }

    @Test("More strength goes farther from the source")
    func monotonicStrength() {
        let image = TestPicture.scene(width: 96, height: 64)
        let graded: [Effect] = [
            .warm, .cool, .tealAndOrange, .highKey, .lowKey, .sideLight, .goldenHour, .sunset, .blueHour, .night, .haze,
            .fadedFilm, .melancholic, .pastel, .winter, .autumn, .overcast, .dawnMist, .mysterious,
        ]
        for effect in graded {
            let differences = [0.0, 0.35, 0.7, 1.0].map {
                TestPicture.difference(applied(effect, to: image, amount: $0, phase: 0.3), image)
            }
            #expect(differences == differences.sorted(), "\(effect.rawValue): \(differences)")
        }
    }

    @Test("Light effects move brightness the way they say")
    func brightness() {
        let image = TestPicture.scene(width: 96, height: 64)
        let own = TestPicture.brightness(image)
        #expect(TestPicture.brightness(applied(.highKey, to: image)) > own + 8)
        for dark in [Effect.lowKey, .night, .blueHour, .melancholic] {
            #expect(TestPicture.brightness(applied(dark, to: image)) < own - 15, "\(dark.rawValue)")
        }
    }

    @Test("Warm is warmer and cool is cooler")
    func warmth() {
        let image = TestPicture.scene(width: 96, height: 64)
        let own = TestPicture.mean(image) { red, _, blue in red - blue }
        #expect(TestPicture.mean(applied(.warm, to: image)) { red, _, blue in red - blue } > own + 15)
        #expect(TestPicture.mean(applied(.cool, to: image)) { red, _, blue in red - blue } < own - 10)
    }

    @Test("Black and white has no colour")
    func monochrome() {
        let image = TestPicture.scene(width: 48, height: 32)
        for filter in MonochromeFilter.allCases {
            let result = image.monochrome(filter: filter)
            #expect(TestPicture.mean(result) { max($0, $1, $2) - min($0, $1, $2) } < 1)
        }
    }

    @Test("Autumn turns grass from green to orange")
    func autumn() {
        let grass = Image(size: Size(width: 24, height: 24), red: 70, green: 140, blue: 50)
        let result = grass.autumn(amount: 0.8)
        #expect(result.samples[0] > result.samples[1] + 20)
        #expect(result.samples[1] > result.samples[2])
    }

    @Test("Different phases give different pictures")
    func phases() {
        let image = TestPicture.scene(width: 96, height: 64)
        for effect in [Effect.splitToned, .duotone, .tritone, .hueTurned, .screenPrint, .halftone] {
            let first = applied(effect, to: image, phase: 0.1)
            #expect(TestPicture.difference(first, applied(effect, to: image, phase: 0.6)) > 12, "\(effect.rawValue)")
        }
    }
}
