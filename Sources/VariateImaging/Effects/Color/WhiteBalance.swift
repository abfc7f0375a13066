extension Image {
    /// The picture in a warmer (amount above 0) or cooler light (below 0), −1...1.
    ///
    /// A von Kries adaptation with Bradford's cone responses in linear light, from 6504 K to 3400 K at +1 and to
    /// 16 000 K at −1; steps are even in reciprocal temperature (mired), as the eye sees them.
    public func whiteBalanced(_ amount: Double) -> Image {
        let neutral = 1 / ColorGrade.neutralTemperature
        let end = amount > 0 ? 1 / 3400.0 : 1 / 16_000.0
        var grade = ColorGrade()
        grade.temperature = 1 / (neutral + (end - neutral) * min(1, abs(amount)))
        grade.vibrance = 1.1
        grade.contrast = 1.08
        return grade.applied(to: self)
    }
}
