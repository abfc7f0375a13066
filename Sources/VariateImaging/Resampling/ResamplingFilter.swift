/// How a picture is resampled to another size. All of them widen their support when shrinking, except `nearest`.
public enum ResamplingFilter: String, Sendable, CaseIterable {
    /// The sample under the output pixel's centre.
    case nearest
    /// The mean of the covered samples.
    case box
    /// The triangle filter.
    case bilinear
    /// Keys' cubic convolution with a = −0.5 (IEEE Trans. ASSP 29, 1981).
    case bicubic
    /// The sinc function windowed by its own central lobe, three lobes a side.
    case lanczos3

    /// Half the filter's width, in source samples at scale 1.
    var support: Double {
        switch self {
        case .nearest, .box: 0.5
        case .bilinear: 1
        case .bicubic: 2
        case .lanczos3: 3
        }
    }

    /// The filter's value at distance `x` from its centre, in source samples at scale 1. Not normalised.
    func weight(at x: Double) -> Double {
        switch self {
        case .nearest, .box: x > -0.5 && x <= 0.5 ? 1 : 0
        case .bilinear: max(0, 1 - abs(x))
        case .bicubic: Self.cubic(abs(x))
        case .lanczos3: x >= -3 && x < 3 ? Self.sinc(x) * Self.sinc(x / 3) : 0
        }
    }

    private static func cubic(_ x: Double) -> Double {
        let a = -0.5
        if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
        if x < 2 { return (((x - 5) * x + 8) * x - 4) * a }
        return 0
    }

    private static func sinc(_ x: Double) -> Double {
        if x == 0 { return 1 }
        let angle = x * Double.pi
        return sine(angle) / angle
    }
}
