/// Every effect by its name in plain words, with the choices that each leaves open drawn from a random sequence.
public enum Effect: String, Sendable, CaseIterable {
    case warm = "warmer light"
    case cool = "cooler light"
    case tealAndOrange = "teal and orange"
    case splitToned = "split toning"
    case hueTurned = "turned hues"
    case duotone
    case tritone
    case monochrome = "black and white"
    case paletteTransfer = "new palette"
    case pastel
    case crossProcessed = "cross processing"
    case goldenHour = "golden hour"
    case sideLight = "side light"
    case spotlight = "soft spotlight"
    case highKey = "high key"
    case lowKey = "low key"
    case backlight = "light from behind"
    case dappled = "dappled light"
    case windowLight = "window light"
    case filmic = "slide film"
    case sunset
    case blueHour = "blue hour"
    case night
    case overcast
    case dawnMist = "dawn mist"
    case noon = "noon sun"
    case autumn
    case winter
    case spring
    case summer = "high summer"
    case haze
    case dreamy = "dreamy glow"
    case cinematic
    case noir
    case fadedFilm = "faded film"
    case cheerful
    case melancholic
    case mysterious
    case dramatic
    case cartoon
    case oilPaint = "oil painting"
    case watercolor
    case pencilSketch = "pencil sketch"
    case colorPencil = "color pencil"
    case poster
    case halftone = "halftone print"
    case pointillism
    case engraving
    case screenPrint = "screen print"
    case filmGrain = "film grain"

    /// The picture with the effect.
    /// - Parameters:
    ///   - amount: 0 (a third of the effect or less: seen beside the source, but gentle) to 1 (the whole of it). Half way
    ///     about seven tenths are reached, so that what is added by the middle is more than what the rest adds.
    ///   - phase: 0 ..< 1, the effect's main choice (a side, a hue): evenly spread phases give evenly spread pictures.
    ///   - random: where its further choices come from.
    public func applied(to image: Image, amount: Double, phase: Double, random: inout SplitMix64) -> Image {
        switch self {
        case .warm: return image.whiteBalanced(Self.force(amount, from: 0.3))
        case .cool: return image.whiteBalanced(-Self.force(amount, from: 0.3))
        case .tealAndOrange: return image.tealAndOrange(amount: Self.force(amount, from: 0.3))
        case .splitToned:
            let hue = 360 * phase
            return image.splitToned(shadowHue: hue, highlightHue: hue + 180, amount: Self.force(amount, from: 0.3))
        case .hueTurned:
            let turn = 60 + 240 * phase
            return image.hueTurned(degrees: turn)
        case .duotone:
            let hue = 360 * phase
            return image.duotoned(darkHue: hue, lightHue: hue + random.next(in: 90...180))
        case .tritone:
            let hue = 360 * phase
            return image.tritoned(darkHue: hue, middleHue: hue + 60, lightHue: hue + 150)
        case .monochrome:
            let filter = MonochromeFilter.allCases[Int(phase * Double(MonochromeFilter.allCases.count))]
            return image.monochrome(filter: filter, contrast: 1.1 + 0.5 * amount, tint: random.nextUnit())
        case .paletteTransfer:
            let palette = PaletteStatistics(
                mean: SIMD3(0.6, OkLab.plane(hue: 360 * phase, chroma: 0.06)),
                deviation: SIMD3(0.22, 0.06, 0.06))
            return image.transferred(to: palette, amount: Self.force(amount, from: 0.4))
        case .goldenHour:
            return image.goldenHour(amount: Self.force(amount, from: 0.3), direction: phase < 0.5 ? 160 : 20)
        case .sideLight:
            let fromLeft = phase < 0.5
            return image.sideLit(
                direction: (fromLeft ? 165 : 15) + random.next(in: -15...15), amount: Self.force(amount, from: 0.3),
                warmth: random.next(in: -0.3...1))
        case .spotlight:
            let center = image.salientCenter() + SIMD2(0.2 * (phase - 0.5), -0.05)
            return image.spotlit(
                center: center, amount: Self.force(amount, from: 0.35), warmth: phase < 0.5 ? 0.8 : -0.5)
        case .highKey: return image.highKey(amount: Self.force(amount, from: 0.3))
        case .lowKey: return image.lowKey(amount: Self.force(amount, from: 0.3), center: image.salientCenter())
        case .backlight: return image.backlit(amount: Self.force(amount, from: 0.3), direction: phase < 0.5 ? 115 : 65)
        case .dappled: return image.dappled(amount: Self.force(amount, from: 0.35), seed: random.next())
        case .windowLight: return image.windowLit(amount: Self.force(amount, from: 0.35), slant: phase < 0.5 ? 1 : -1)
        case .filmic: return image.filmic(stops: phase < 0.5 ? 0.5 : -0.35, amount: Self.force(amount, from: 0.3))
        case .sunset: return image.sunset(amount: Self.force(amount, from: 0.3))
        case .blueHour: return image.blueHour(amount: Self.force(amount, from: 0.3))
        case .night: return image.night(amount: Self.force(amount, from: 0.2))
        case .overcast: return image.overcast(amount: Self.force(amount, from: 0.4))
        case .dawnMist: return image.dawnMist(amount: Self.force(amount, from: 0.3))
        case .noon: return image.noon(amount: Self.force(amount, from: 0.3))
        case .autumn: return image.autumn(amount: Self.force(amount, from: 0.4), redness: phase)
        case .winter: return image.winter(amount: Self.force(amount, from: 0.4))
        case .spring: return image.spring(amount: Self.force(amount, from: 0.4))
        case .summer: return image.summer(amount: Self.force(amount, from: 0.4))
        case .haze: return image.hazed(amount: Self.force(amount, from: 0.3), airHue: 200 + 100 * phase)
        case .dreamy: return image.dreamy(amount: Self.force(amount, from: 0.3))
        case .cinematic: return image.cinematic(amount: Self.force(amount, from: 0.3))
        case .noir: return image.noir(amount: Self.force(amount, from: 0.3), direction: phase < 0.5 ? 160 : 20)
        case .fadedFilm: return image.fadedFilm(amount: Self.force(amount, from: 0.3))
        case .cheerful: return image.cheerful(amount: Self.force(amount, from: 0.3))
        case .melancholic: return image.melancholic(amount: Self.force(amount, from: 0.3))
        case .mysterious: return image.mysterious(amount: Self.force(amount, from: 0.3), center: image.salientCenter())
        case .dramatic: return image.dramatic(amount: Self.force(amount, from: 0.3))
        case .cartoon: return image.cartoon(amount: amount)
        case .oilPaint: return image.oilPainted(amount: amount, seed: random.next())
        case .watercolor: return image.watercolor(amount: amount, seed: random.next())
        case .pencilSketch: return image.pencilSketch(amount: amount, seed: random.next())
        case .colorPencil: return image.colorPencil(amount: amount, seed: random.next())
        case .poster: return image.posterized(colors: 15 - Int(5 * amount), vividness: 1.15 + 0.4 * phase)
        case .halftone:
            return image.halftone(hue: 360 * phase, dots: 130 - 40 * amount, coloring: phase < 0.5 ? 0.85 : 0.15)
        case .pointillism: return image.pointillist(amount: amount, seed: random.next())
        case .engraving: return image.engraved(amount: amount, hue: 360 * phase)
        case .screenPrint: return image.screenPrinted(hue: 360 * phase, amount: amount)
        case .filmGrain: return image.filmGrain(amount: amount, seed: random.next())
        case .pastel: return image.pastel(amount: Self.force(amount, from: 0.4), hue: 360 * phase)
        case .crossProcessed: return image.crossProcessed(amount: Self.force(amount, from: 0.3))
        }
    }

    /// An effect's strength from its least, at amount 0, to 1: a parabola that rises faster at first.
    private static func force(_ amount: Double, from least: Double) -> Double {
        least + (1 - least) * amount * (10 - 3 * amount) / 7
    }
}
