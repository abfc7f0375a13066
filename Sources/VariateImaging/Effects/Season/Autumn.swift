extension Image {
    /// The picture in autumn: foliage turns yellow, orange and red, the light is low and warm.
    ///
    /// Own recipe.
    /// Greens (OkLab hues of 100...160°) move to 45...95° by their lightness and own hue; the whole gets a warm grade, so
    /// that pictures without any green change with the season too.
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - redness: 0 (golden) to 1 (crimson).
    public func autumn(amount: Double, redness: Double = 0.4) -> Image {
        var grade = ColorGrade()
        grade.temperature = 6504 - 1500 * amount
        grade.shadowTint = OkLab.plane(hue: 45, chroma: 0.022 * amount)
        grade.highlightTint = OkLab.plane(hue: 80, chroma: 0.035 * amount)
        grade.contrast = 1 + 0.12 * amount
        return refoliated { hue, lightness in
            // Lighter leaves are yellow, darker ones red.
            let target = 88 - 38 * redness - 18 * (1 - lightness)
            return (target + 0.25 * (hue - 130), 1.15)
        }.mixed(with: self, amount: min(1, 0.4 + amount)).graded(grade)
    }
}
