extension ColorPlanes {
    /// The planes with the difference from their blur added `amount` times (unsharp mask).
    func sharpened(sigma: Double, amount: Float) -> ColorPlanes {
        map { plane in
            let soft = plane.softened(sigma: sigma)
            var result = plane
            for i in 0..<result.samples.count {
                result.samples[i] += amount * (plane.samples[i] - soft.samples[i])
            }
            return result
        }
    }
}

extension Image {
    /// The picture with its edges made crisper, as after an enlargement: an unsharp mask on luma alone.
    ///
    /// - Parameters:
    ///   - sigma: the mask's standard deviation in pixels, 0.5...3.
    ///   - amount: 0...1; the change of any pixel is kept below 24 levels, so that no halo shows.
    public func crisped(sigma: Double, amount: Double) -> Image {
        let luma = ColorPlanes(encoded: self).luminance()
        let soft = luma.softened(sigma: sigma)
        let gain = Float(255 * amount)
        let limit: Float = 24
        var result = samples
        for i in 0..<size.pixelCount {
            let change = Int(max(-limit, min(limit, gain * (luma.samples[i] - soft.samples[i]))).rounded())
            if change == 0 { continue }
            for channel in 4 * i..<4 * i + 3 {
                result[channel] = UInt8(max(0, min(255, Int(result[channel]) + change)))
            }
        }
        return Image(size: size, samples: result)
    }
}
