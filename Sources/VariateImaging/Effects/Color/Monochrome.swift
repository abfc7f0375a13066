/// The colour filter before the lens of a black-and-white photograph: it brightens its own hue.
///
/// Own recipe: the channel mixer of photo editors, with weights after the Wratten filters of the same colours.
public enum MonochromeFilter: String, Sendable, CaseIterable {
    /// Dark skies, light skin.
    case red
    /// Natural skin, a little separation of sky and cloud.
    case yellow
    /// Light foliage.
    case green
    /// Light skies, dark skin: the look of early plates.
    case blue

    /// Weights of linear red, green and blue; they add up to 1.
    var weights: SIMD3<Double> {
        switch self {
        case .red: SIMD3(0.70, 0.25, 0.05)
        case .yellow: SIMD3(0.42, 0.50, 0.08)
        case .green: SIMD3(0.15, 0.75, 0.10)
        case .blue: SIMD3(0.08, 0.27, 0.65)
        }
    }
}

extension Image {
    /// The picture in black and white, mixed from its channels in linear light through a colour filter.
    ///
    /// `contrast` is the slope at middle lightness (1...1.8); `tint` 0...1 warms the paper and cools the shadows a little.
    public func monochrome(filter: MonochromeFilter, contrast: Double = 1.2, tint: Double = 0) -> Image {
        let shadow = OkLab.plane(hue: 260, chroma: 0.022 * tint)
        let paper = OkLab.plane(hue: 85, chroma: 0.035 * tint)
        return recolored { encoded in
            let light = SRGBTransfer.linear(encoded)
            // The weighted sum is luminance of a grey, whose OkLab lightness is its cube root.
            let lightness = cubeRoot((light * filter.weights).sum())
            let tone = ColorGrade.curve(min(1, lightness), slope: contrast, pivot: 0.55)
            let plane = (shadow * (1 - tone) + paper * tone) * min(1, 6 * tone)
            return OkLab.encoded(lab: SIMD3(0.02 + 0.97 * tone, plane))
        }
    }
}
