extension Image {
    /// The picture on slide film: more exposure or less, deep blacks, a long shoulder and dense colours.
    ///
    /// Own recipe of a `ColorGrade`.
    /// - Parameters:
    ///   - stops: exposure, −1.5...1.5.
    ///   - amount: 0...1, the curve's strength.
    public func filmic(stops: Double, amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = stops
        grade.contrast = 1 + 0.6 * amount
        grade.pivot = 0.58
        grade.saturation = 1 + 0.22 * amount
        grade.vibrance = 1 + 0.3 * amount
        return grade.applied(to: self)
    }
}
