extension Image {
    /// The picture with every hue turned by an angle, in degrees, in OkLab: lightness and chroma stay.
    ///
    /// A rotation of the OkLab plane (Ottosson 2020); the protection of skin is an own recipe.
    /// Skin tones (hues around 55°, of middling chroma) follow only by `1 - skinProtection`, so that people stay people.
    public func hueTurned(degrees: Double, skinProtection: Double = 0.8) -> Image {
        let skinHue = 52.0
        let skinWidth = 34.0
        let skinChroma = 0.13
        return recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            let chroma = OkLab.chroma(lab)
            let hue = OkLab.hue(lab)
            let likeSkin =
                OkLab.nearness(hue, to: skinHue, width: skinWidth)
                * (1 - ColorGrade.smoothStep((chroma - skinChroma) / 0.05))
            let plane = OkLab.plane(hue: hue + degrees * (1 - skinProtection * likeSkin), chroma: chroma)
            return OkLab.encoded(lab: SIMD3(lab.x, plane.x, plane.y))
        }
    }
}
