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
    case goldenHour = "golden hour"

    /// The picture with the effect.
    /// - Parameters:
    ///   - amount: 0 (barely) to 1 (fully).
    ///   - phase: 0 ..< 1, the effect's main choice (a side, a hue): evenly spread phases give evenly spread pictures.
    ///   - random: where its further choices come from.
    public func applied(to image: Image, amount: Double, phase: Double, random: inout SplitMix64) -> Image {
        switch self {
        case .warm: return image.whiteBalanced(0.4 + 0.6 * amount)
        case .cool: return image.whiteBalanced(-0.4 - 0.6 * amount)
        case .tealAndOrange: return image.tealAndOrange(amount: 0.4 + 0.6 * amount)
        case .splitToned:
            let hue = 360 * phase
            return image.splitToned(shadowHue: hue, highlightHue: hue + 180, amount: 0.4 + 0.6 * amount)
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
            return image.transferred(to: palette, amount: 0.5 + 0.5 * amount)
        case .goldenHour:
            return image.goldenHour(amount: 0.4 + 0.6 * amount, direction: phase < 0.5 ? 160 : 20)
        }
    }
}
