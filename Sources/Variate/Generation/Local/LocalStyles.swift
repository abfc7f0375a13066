import VariateImaging

extension Effect {
    /// The effects that are styles: a request may name them.
    static let styles: [Effect] = [
        .oilPaint, .watercolor, .pencilSketch, .colorPencil, .cartoon, .poster, .screenPrint, .halftone, .pointillism,
        .engraving, .filmGrain, .duotone, .tritone, .monochrome, .cinematic, .noir, .fadedFilm, .dreamy,
    ]

    /// The style of a name, whatever its case, spaces and hyphens; nil when there is none.
    init?(style name: String) {
        let wanted = Self.normalized(name)
        let alias = Self.aliases[wanted] ?? wanted
        guard let found = Self.styles.first(where: { Self.normalized($0.rawValue) == alias }) else { return nil }
        self = found
    }

    private static func normalized(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static let aliases: [String: String] = [
        "oil": "oilpainting", "oilpaint": "oilpainting", "kuwahara": "oilpainting", "painting": "oilpainting",
        "watercolour": "watercolor", "aquarelle": "watercolor", "sketch": "pencilsketch", "pencil": "pencilsketch",
        "drawing": "pencilsketch", "colouredpencil": "colorpencil", "colourpencil": "colorpencil",
        "coloredpencil": "colorpencil", "comic": "cartoon", "anime": "cartoon", "posterized": "poster",
        "posterised": "poster", "popart": "screenprint", "halftone": "halftoneprint", "pointillist": "pointillism",
        "engraved": "engraving", "etching": "engraving", "grain": "filmgrain", "film": "filmgrain",
        "vintage": "fadedfilm", "dreamy": "dreamyglow", "blackwhite": "blackandwhite", "bw": "blackandwhite",
        "monochrome": "blackandwhite",
        "grayscale": "blackandwhite",
    ]
}
