extension Plane<Float> {
    /// Returns the plane smoothed by a Gaussian of standard deviation `sigma` pixels.
    ///
    /// The border is mirrored without repeating the end pixel. Equal to OpenCV's `GaussianBlur(plane, (0, 0), sigma)`
    /// on 32-bit floats, which cuts the kernel at 4 σ, up to the rounding of single precision (about 1e-6 of the
    /// largest sample).
    /// - Complexity: O(pixels · σ).
    /// - Precondition: `sigma` is positive and finite.
    public func gaussianBlurred(sigma: Double) -> Plane<Float> {
        convolvedSymmetrically(halfKernel: gaussianHalfKernel(sigma: sigma))
    }

    /// Returns the plane convolved along both axes with a symmetric kernel, of which `halfKernel` is the centre and
    /// the taps to one side of it. The border is mirrored without repeating the end pixel.
    /// - Complexity: O(pixels · taps).
    /// - Precondition: `halfKernel` is not empty.
    func convolvedSymmetrically(halfKernel: [Float]) -> Plane<Float> {
        let radius = halfKernel.count - 1
        let horizontal = convolvedAlongRows(halfKernel: halfKernel)
        let rows = horizontal.samples.span
        var row = [Float](repeating: 0, count: width)
        var result: [Float] = []
        result.reserveCapacity(size.pixelCount)
        for y in 0..<height {
            setProduct(&row, rows.extracting(y * width..<(y + 1) * width), weight: halfKernel[0])
            for k in stride(from: 1, through: radius, by: 1) {
                let above = reflected(y - k, in: height) * width
                let below = reflected(y + k, in: height) * width
                addPair(
                    &row, rows.extracting(above..<above + width), rows.extracting(below..<below + width),
                    weight: halfKernel[k])
            }
            result.append(contentsOf: row)
        }
        return Plane(size: size, samples: result)
    }

    private func convolvedAlongRows(halfKernel: [Float]) -> Plane<Float> {
        let radius = halfKernel.count - 1
        var padded = [Float](repeating: 0, count: width + 2 * radius)
        var row = [Float](repeating: 0, count: width)
        var result: [Float] = []
        result.reserveCapacity(size.pixelCount)
        for y in 0..<height {
            padRow(y, of: self, into: &padded, radius: radius)
            let window = padded.span
            setProduct(&row, window.extracting(radius..<radius + width), weight: halfKernel[0])
            for k in stride(from: 1, through: radius, by: 1) {
                addPair(
                    &row, window.extracting(radius - k..<radius - k + width),
                    window.extracting(radius + k..<radius + k + width), weight: halfKernel[k])
            }
            result.append(contentsOf: row)
        }
        return Plane(size: size, samples: result)
    }
}

/// The centre and one side of a sampled Gaussian that sums to 1 over both sides, cut where OpenCV cuts it for floats:
/// its length is the odd number at or above `round(8 σ + 1)`.
/// - Precondition: `sigma` is positive and finite.
func gaussianHalfKernel(sigma: Double) -> [Float] {
    precondition(sigma > 0 && sigma.isFinite, "a Gaussian needs a positive standard deviation, not \(sigma)")
    let standardDeviationsAcross = 8.0
    let length = Int((standardDeviationsAcross * sigma + 1).rounded(.toNearestOrEven)) | 1
    let taps = (0...length / 2).map { exponential(-0.5 * Double($0 * $0) / (sigma * sigma)) }
    let total = taps.dropFirst().reduce(taps[0]) { $0 + 2 * $1 }
    return taps.map { Float($0 / total) }
}
