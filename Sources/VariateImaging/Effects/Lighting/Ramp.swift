/// A soft transition across the picture along one direction: the smoothstep polynomial 3t² − 2t³.
struct Ramp: Sendable {
    /// The bright side, in degrees: 0 right, 90 above, 180 left.
    var direction: Double
    /// Length of the transition, as a share of the picture's extent.
    var softness: Double

    /// 1 on the bright side, 0 on the other.
    func value(_ u: Double, _ v: Double) -> Double {
        let angle = direction * .pi / 180
        let along = (u - 0.5) * cosine(angle) - (v - 0.5) * sine(angle)
        return ColorGrade.smoothStep(0.5 + along / softness)
    }
}
