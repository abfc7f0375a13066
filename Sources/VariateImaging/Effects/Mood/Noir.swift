extension Image {
    /// The picture as a crime film of the forties: black and white, hard light from one side, deep shade.
    ///
    /// Own recipe of black and white and side light.
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - direction: where the light stands, in degrees.
    public func noir(amount: Double, direction: Double) -> Image {
        monochrome(filter: .yellow, contrast: 1.25 + 0.5 * amount, tint: 0.15)
            .sideLit(direction: direction, amount: 0.55 + 0.25 * amount, warmth: 0)
    }
}
