extension Image {
    /// The picture in dots of paint: large ones first, small ones where there is detail, hues kept apart.
    ///
    /// Painterly rendering with layers from coarse to fine (Hertzmann 1998), with round dabs on a jittered grid.
    /// - Parameters:
    ///   - amount: 0...1: larger dots and livelier colour.
    ///   - seed: where the dots are.
    public func pointillist(amount: Double, seed: UInt64) -> Image {
        let longest = Double(size.longestSide)
        let planes = ColorPlanes(encoded: self)
        var canvas = planes.map { $0.softened(sigma: longest * 0.008) }
        let detail = planes.luminance().gradientMagnitude().softened(sigma: max(1, longest * 0.004))
        var random = SplitMix64(seed: seed)
        let radii = [0.0075, 0.0045, 0.0024].map { max(1, $0 * longest * (0.75 + 0.5 * amount)) }
        for (layer, radius) in radii.enumerated() {
            let source = planes.map { $0.softened(sigma: radius * 0.5) }
            let step = radius * 1.25
            let needed: Float = layer == 0 ? 0 : (layer == 1 ? 0.014 : 0.03)
            var y = step / 2
            while y < Double(height) + step {
                var x = step / 2
                while x < Double(width) + step {
                    let cx = x + random.next(in: -0.5...0.5) * step
                    let cy = y + random.next(in: -0.5...0.5) * step
                    let jitter = SIMD3<Float>(
                        Float(random.next(in: -1...1)), Float(random.next(in: -1...1)), Float(random.next(in: -1...1)))
                    let i =
                        max(0, min(height - 1, Int(cy))) * width + max(0, min(width - 1, Int(cx)))
                    if detail.samples[i] >= needed {
                        let own = SIMD3(source.red[i], source.green[i], source.blue[i])
                        let mean = (own.x + own.y + own.z) / 3
                        let vivid = SIMD3(repeating: mean) + (own - mean) * Float(1.25 + 0.3 * amount)
                        canvas.dab(
                            SIMD2(cx, cy), radius: radius * random.next(in: 0.8...1.1),
                            colour: vivid + jitter * Float(0.035 + 0.035 * amount))
                    }
                    x += step
                }
                y += step
            }
        }
        return canvas.encodedImage(alphaOf: self).crisped(sigma: max(0.6, longest * 0.0008), amount: 0.5)
    }
}

extension ColorPlanes {
    /// Paints one round, antialiased dot.
    mutating func dab(_ center: SIMD2<Double>, radius: Double, colour: SIMD3<Float>) {
        let (left, right) = (max(0, Int(center.x - radius - 1)), min(size.width - 1, Int(center.x + radius + 1)))
        let (top, bottom) = (max(0, Int(center.y - radius - 1)), min(size.height - 1, Int(center.y + radius + 1)))
        guard left <= right, top <= bottom else { return }
        let reach = Float(radius)
        for y in top...bottom {
            let dy = Float(Double(y) + 0.5 - center.y)
            for x in left...right {
                let dx = Float(Double(x) + 0.5 - center.x)
                let cover = max(0, min(1, reach + 0.5 - (dx * dx + dy * dy).squareRoot()))
                if cover == 0 { continue }
                let i = y * size.width + x
                red[i] += (colour.x - red[i]) * cover
                green[i] += (colour.y - green[i]) * cover
                blue[i] += (colour.z - blue[i]) * cover
            }
        }
    }
}
