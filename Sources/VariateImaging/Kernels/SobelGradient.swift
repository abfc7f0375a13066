/// The two first derivatives of a plane, by the 3×3 Sobel masks: eight times the slope in levels a pixel.
public struct SobelGradient: Sendable {
    /// Change from left to right; positive where it gets brighter to the right.
    public let horizontal: Plane<Float>
    /// Change from top to bottom; positive where it gets brighter downwards.
    public let vertical: Plane<Float>

    /// Differentiates a plane; the border is mirrored without repeating the end pixel.
    ///
    /// Equal to OpenCV's `Sobel(plane, CV_32F, …, ksize=3)` up to the rounding of single precision, and exact for
    /// samples that are whole numbers below 2²⁰.
    /// - Complexity: O(pixels).
    public init(of plane: Plane<Float>) {
        var row = SobelRow(width: plane.width)
        var x: [Float] = []
        var y: [Float] = []
        x.reserveCapacity(plane.size.pixelCount)
        y.reserveCapacity(plane.size.pixelCount)
        for line in 0..<plane.height {
            row.differentiate(plane, line)
            x.append(contentsOf: row.horizontal)
            y.append(contentsOf: row.vertical)
        }
        horizontal = Plane(size: plane.size, samples: x)
        vertical = Plane(size: plane.size, samples: y)
    }

    /// Length of the gradient at each pixel, √(h² + v²), in eighths of a level a pixel.
    /// - Complexity: O(pixels).
    public func magnitude() -> Plane<Float> {
        var result = [Float](repeating: 0, count: horizontal.samples.count)
        var target = result.mutableSpan
        let (x, y) = (horizontal.samples.span, vertical.samples.span)
        precondition(x.count == target.count && y.count == target.count)
        for i in x.indices { target[i] = (x[i] * x[i] + y[i] * y[i]).squareRoot() }
        return Plane(size: horizontal.size, samples: result)
    }
}
