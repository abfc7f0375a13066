extension Image {
    /// The picture in the blue light after sunset: dim, cool, and soft, with the warm lights kept.
    ///
    /// Own recipe on the twilight model of `night`.
    /// - Parameter amount: 0...1.
    public func blueHour(amount: Double) -> Image {
        twilight(exposure: -0.95 * amount, bluish: 0.075 * amount, saturation: 1 - 0.45 * amount, contrast: 1.12)
            .vignetted(stops: 0.5 * amount)
    }
}
