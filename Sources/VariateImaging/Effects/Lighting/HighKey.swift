extension Image {
    /// The picture in high key: bright, airy, open shadows, highlights that still have drawing.
    ///
    /// Own recipe of a `ColorGrade`, after the studio lighting of that name.
    /// - Parameter amount: 0...1; exposure rises by up to 1.1 stops under a rolled-off shoulder.
    public func highKey(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 1.1 * amount
        grade.gamma = 1 - 0.28 * amount
        grade.black = 0.07 * amount
        grade.white = 0.975
        grade.saturation = 1 - 0.22 * amount
        grade.contrast = 1 + 0.1 * amount
        grade.pivot = 0.75
        return grade.applied(to: self)
    }
}
