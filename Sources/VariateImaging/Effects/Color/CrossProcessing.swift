extension Image {
    /// The picture as slide film developed in the chemistry of negatives: cyan-blue shadows, yellow-green lights, hard.
    ///
    /// Own recipe of a `ColorGrade` (split toning and contrast), after the look of the darkroom practice.
    /// - Parameter amount: 0...1.
    public func crossProcessed(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.contrast = 1 + 0.35 * amount
        grade.saturation = 1 + 0.1 * amount
        grade.shadowTint = OkLab.plane(hue: 255, chroma: 0.085 * amount)
        grade.highlightTint = OkLab.plane(hue: 118, chroma: 0.075 * amount)
        grade.hueTurn = 8 * amount
        return grade.applied(to: self)
    }
}
