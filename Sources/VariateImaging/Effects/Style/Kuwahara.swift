extension ColorPlanes {
    /// The planes with each pixel replaced by the calmest of eight soft sectors around it, which lie along the edges.
    ///
    /// A generalised, anisotropic Kuwahara filter (Kuwahara et al. 1976; Papari et al. 2007;
    /// Kyprianidis, Kang and Döllner 2009). Each sector's
    /// weighting function is a Gaussian displaced from the pixel, so that all of them share one blur: means and variances
    /// are looked up, not summed.
    /// - Parameter radius: distance of the sectors, in pixels.
    /// - Complexity: O(pixels), whatever the radius.
    func kuwahara(radius: Double, field: FlowField) -> ColorPlanes {
        let sigma = radius * 0.5
        let soft = map { $0.softened(sigma: sigma) }
        let luma = luminance()
        let mean = luma.softened(sigma: sigma)
        let squares = luma.times(luma).softened(sigma: sigma)
        var calm = squares
        let noise: Float = 2e-4
        for i in 0..<calm.samples.count {
            let variance = max(0, squares.samples[i] - mean.samples[i] * mean.samples[i])
            let inverse = noise / (variance + noise)
            calm.samples[i] = inverse * inverse * inverse * inverse + 1e-12
        }
        let (width, height) = (size.width, size.height)
        let sectors: [(Float, Float)] = (0..<8).map { sector in
            let angle = Double(sector) * .pi / 4
            return (Float(radius * cosine(angle)), Float(radius * sine(angle)))
        }
        var result = soft
        for y in 0..<height {
            for x in 0..<width {
                let i = y * width + x
                // The sectors' circle becomes an ellipse along the tangent.
                let stretch = 1 + 0.8 * field.anisotropy[i]
                let (tx, ty) = (field.across[i], field.down[i])
                var sum = SIMD3<Float>(repeating: 0)
                var total: Float = 0
                for (u, v) in sectors {
                    let (along, aside) = (u * stretch, v / stretch)
                    let column = Int((Float(x) + 0.5 + along * tx - aside * ty).rounded(.down))
                    let row = Int((Float(y) + 0.5 + along * ty + aside * tx).rounded(.down))
                    let j = max(0, min(row, height - 1)) * width + max(0, min(column, width - 1))
                    let weight = calm.samples[j]
                    sum += SIMD3(soft.red[j], soft.green[j], soft.blue[j]) * weight
                    total += weight
                }
                result.red[i] = sum.x / total
                result.green[i] = sum.y / total
                result.blue[i] = sum.z / total
            }
        }
        return result
    }
}
