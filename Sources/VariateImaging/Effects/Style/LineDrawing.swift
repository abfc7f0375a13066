extension Image {
    /// Ink at each pixel, 0 (line) to 1 (paper): difference-of-Gaussians lines, made coherent along the edges' flow.
    ///
    /// Winnemöller, Kyprianidis and Olsen: XDoG: an extended difference-of-Gaussians compendium, 2012, with the
    /// flow-based smoothing of Kang, Lee and Chui (2007).
    /// - Parameters:
    ///   - thickness: line width, as a share of the longest side.
    ///   - sharpness: the paper's p, how much the Gaussians' difference is amplified (about 15).
    ///   - threshold: amplified relative brightness (1 where nothing changes) below which there is ink, 0.4...0.9.
    func inkLines(thickness: Double, sharpness: Float, threshold: Float) -> Plane<Float> {
        let luma = ColorPlanes(encoded: self).luminance()
        let sigma = max(0.6, thickness * Double(size.longestSide))
        let spread = 1.6
        let fine = luma.softened(sigma: sigma)
        let coarse = luma.softened(sigma: sigma * spread)
        var response = fine
        let floor: Float = 0.12
        for i in 0..<response.samples.count {
            // Relative to the surroundings, so that dark areas are no ink by themselves.
            let surroundings = coarse.samples[i] + floor
            response.samples[i] = 1 + sharpness * (fine.samples[i] - coarse.samples[i]) / surroundings
        }
        let field = FlowField(of: luma, sigma: sigma * 2.5)
        response = field.streaked(response, steps: max(2, Int(sigma * 2.5)))
        let slope: Float = 3
        for i in 0..<response.samples.count {
            let value = response.samples[i]
            response.samples[i] = value >= threshold ? 1 : max(0, 1 - Self.saturated(slope * (threshold - value)))
        }
        return response
    }

    /// A curve from 0 towards 1 like the hyperbolic tangent: x(27 + x²)/(27 + 9x²), for x of 0 and more.
    @inline(__always)
    private static func saturated(_ x: Float) -> Float {
        let bounded = min(x, 3)
        return bounded * (27 + bounded * bounded) / (27 + 9 * bounded * bounded)
    }
}
