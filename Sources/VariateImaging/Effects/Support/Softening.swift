extension Plane where Sample == Float {
    /// Nearly Gaussian blur with standard deviation `sigma` in pixels: three box means.
    ///
    /// Kovesi: Fast almost-Gaussian filtering, DICTA 2010. A sigma below 0.5 leaves the plane as it is. Unlike
    /// `gaussianBlurred(sigma:)`, which is exact, it costs the same however wide the blur, and it repeats the border, so
    /// that what lies across it is not mirrored in.
    /// - Complexity: O(pixels), whatever the sigma.
    func softened(sigma: Double) -> Plane<Float> {
        guard sigma >= 0.5 else { return self }
        var result = self
        for radius in Self.boxRadii(sigma: sigma) {
            result = result.boxBlurred(radius: radius, border: .repeated)
        }
        return result
    }

    /// Three radii whose boxes together have the variance sigma² as nearly as whole pixels allow.
    static func boxRadii(sigma: Double) -> [Int] {
        let passes = 3
        let variance = 12 * sigma * sigma / Double(passes) + 1
        var low = Int(variance.squareRoot())
        if low % 2 == 0 { low -= 1 }
        low = max(low, 1)
        let excess = 12 * sigma * sigma - Double(passes * (low * low + 4 * low + 3))
        let lowPasses = Int((excess / Double(-4 * low - 4)).rounded())
        return (0..<passes).map { (($0 < lowPasses ? low : low + 2) - 1) / 2 }
    }
}
