/// The direction along the edges at every pixel, from the smoothed structure tensor.
///
/// Brox et al.: Adaptive structure tensors, 2006; its use for painting is Kyprianidis and Döllner's (2008).
struct FlowField: Sendable {
    let size: Size
    /// Unit tangents' components; their sign is arbitrary.
    var across: [Float]
    var down: [Float]
    /// 0 where no direction stands out, to 1 at a straight edge.
    var anisotropy: [Float]

    /// The field of a luma plane, smoothed by `sigma` pixels.
    init(of luma: Plane<Float>, sigma: Double) {
        size = luma.size
        let workingSide = 512
        let small = luma.reduced(toLongestSide: workingSide)
        let scale = Double(small.size.longestSide) / Double(luma.size.longestSide)
        var xx = small
        var xy = small
        var yy = small
        small.forEachCentralDifference { i, dx, dy in
            xx.samples[i] = dx * dx
            xy.samples[i] = dx * dy
            yy.samples[i] = dy * dy
        }
        let width2 = max(0.8, sigma * scale)
        xx = xx.softened(sigma: width2).enlarged(to: luma.size)
        xy = xy.softened(sigma: width2).enlarged(to: luma.size)
        yy = yy.softened(sigma: width2).enlarged(to: luma.size)
        across = [Float](repeating: 1, count: luma.size.pixelCount)
        down = [Float](repeating: 0, count: luma.size.pixelCount)
        anisotropy = down
        let negligible: Float = 1e-7
        for i in 0..<across.count {
            let (e, f, g) = (xx.samples[i], xy.samples[i], yy.samples[i])
            let root = ((e - g) * (e - g) + 4 * f * f).squareRoot()
            guard e + g > negligible, root > negligible else { continue }
            anisotropy[i] = root / (e + g)
            // The eigenvector of the smaller eigenvalue, from whichever form does not cancel.
            let larger = (e + g + root) / 2
            let (tx, ty) = e > g ? (f, g - larger) : (larger - e, -f)
            let length = (tx * tx + ty * ty).squareRoot()
            guard length > 0 else { continue }
            across[i] = tx / length
            down[i] = ty / length
        }
    }

    /// The mean of a plane along the flow line through each pixel, `steps` pixels each way.
    ///
    /// Cabral and Leedom: Imaging vector fields using line integral convolution, SIGGRAPH 1993.
    func streaked(_ plane: Plane<Float>, steps: Int) -> Plane<Float> {
        let (width, height) = (size.width, size.height)
        var result = plane
        for y in 0..<height {
            for x in 0..<width {
                let start = y * width + x
                var sum = plane.samples[start]
                var count: Float = 1
                for sense in [Float(1), -1] {
                    var (px, py) = (Float(x) + 0.5, Float(y) + 0.5)
                    var (dx, dy) = (across[start] * sense, down[start] * sense)
                    for _ in 0..<steps {
                        px += dx
                        py += dy
                        let (column, row) = (Int(px.rounded(.down)), Int(py.rounded(.down)))
                        if column < 0 || row < 0 || column >= width || row >= height { break }
                        let i = row * width + column
                        sum += plane.samples[i]
                        count += 1
                        // Tangents have no sign of their own: go on, never back.
                        let same = across[i] * dx + down[i] * dy >= 0
                        dx = same ? across[i] : -across[i]
                        dy = same ? down[i] : -down[i]
                    }
                }
                result.samples[start] = sum / count
            }
        }
        return result
    }
}
