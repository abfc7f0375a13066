import VariateImaging

/// Edits of pictures that the gate's tests judge.
extension Image {
    /// Each colour sample through a function of its level.
    func mapLevels(_ transform: (Double) -> Double) -> Image {
        mapChannels { level, _ in transform(level) }
    }

    /// Each colour sample through a function of its level and its channel.
    func mapChannels(_ transform: (Double, Int) -> Double) -> Image {
        let tables = (0..<3).map { channel in
            (0..<256).map { UInt8(max(0, min(255, transform(Double($0), channel).rounded()))) }
        }
        var result = self
        for i in result.samples.indices where i % 4 != 3 {
            result.samples[i] = tables[i % 4][Int(result.samples[i])]
        }
        return result
    }

    /// Each pixel taken from another place of the same picture.
    func rearranged(_ place: (_ x: Int, _ y: Int) -> (Int, Int)) -> Image {
        var result = self
        for y in 0..<height {
            for x in 0..<width {
                let (fromX, fromY) = place(x, y)
                let from = 4 * (max(0, min(height - 1, fromY)) * width + max(0, min(width - 1, fromX)))
                let to = 4 * (y * width + x)
                for channel in 0..<4 { result.samples[to + channel] = samples[from + channel] }
            }
        }
        return result
    }

    /// The picture with some pixels repainted; nil leaves a pixel as it is.
    func painted(_ colour: (_ x: Int, _ y: Int) -> (UInt8, UInt8, UInt8)?) -> Image {
        var result = self
        for y in 0..<height {
            for x in 0..<width {
                guard let (red, green, blue) = colour(x, y) else { continue }
                let to = 4 * (y * width + x)
                result.samples[to] = red
                result.samples[to + 1] = green
                result.samples[to + 2] = blue
            }
        }
        return result
    }

    /// Turned by quarters or mirrored; the sides change places where they must.
    func turned(_ symmetry: SquareSymmetry) -> Image {
        let swaps: Bool
        switch symmetry {
        case .rotated90, .rotated270, .transposed, .transverse: swaps = true
        case .mirrored, .flipped, .rotated180: swaps = false
        }
        let target = swaps ? Size(width: height, height: width) : size
        var result = Image(size: target, red: 0, green: 0, blue: 0)
        for y in 0..<target.height {
            for x in 0..<target.width {
                let (right, bottom) = (width - 1, height - 1)
                let (fromX, fromY) =
                    switch symmetry {
                    case .mirrored: (right - x, y)
                    case .flipped: (x, bottom - y)
                    case .rotated90: (y, bottom - x)
                    case .rotated180: (right - x, bottom - y)
                    case .rotated270: (right - y, x)
                    case .transposed: (y, x)
                    case .transverse: (right - y, bottom - x)
                    }
                for channel in 0..<4 {
                    result.samples[4 * (y * target.width + x) + channel] =
                        samples[4 * (fromY * width + fromX) + channel]
                }
            }
        }
        return result
    }

    /// With bars of one tone added at the left and right, and at the top and bottom.
    func framed(across: Int, down: Int, tone: UInt8) -> Image {
        let outer = Size(width: width + 2 * across, height: height + 2 * down)
        var result = Image(size: outer, red: tone, green: tone, blue: tone)
        for y in 0..<height {
            for i in 0..<4 * width {
                result.samples[4 * ((y + down) * outer.width + across) + i] = samples[4 * y * width + i]
            }
        }
        return result
    }

    func flipped() -> Image { rearranged { x, y in (self.width - 1 - x, y) } }

    /// The part that leaves out a share of the sides, enlarged to the whole size.
    func cropped(by share: Double) -> Image {
        let window = Size(width: Int(Double(width) * (1 - share)), height: Int(Double(height) * (1 - share)))
        let (left, top) = ((width - window.width) / 2, (height - window.height) / 3)
        var cut: [UInt8] = []
        for y in top..<top + window.height {
            let start = 4 * (y * width + left)
            cut += samples[start..<start + 4 * window.width]
        }
        return Image(size: window, samples: cut).resized(to: size, using: .bicubic)
    }

    /// Turned about the middle by a few degrees, the border repeated.
    func turned(sine: Double, cosine: Double) -> Image {
        let (middleX, middleY) = (Double(width) / 2, Double(height) / 2)
        var result = self
        for y in 0..<height {
            for x in 0..<width {
                let (u, v) = (Double(x) - middleX, Double(y) - middleY)
                let sourceX = max(0, min(Double(width - 2), middleX + cosine * u - sine * v))
                let sourceY = max(0, min(Double(height - 2), middleY + sine * u + cosine * v))
                let (left, top) = (Int(sourceX), Int(sourceY))
                let (fx, fy) = (sourceX - Double(left), sourceY - Double(top))
                for channel in 0..<3 {
                    let corner = 4 * (top * width + left) + channel
                    let upper = Double(samples[corner]) * (1 - fx) + Double(samples[corner + 4]) * fx
                    let lower =
                        Double(samples[corner + 4 * width]) * (1 - fx) + Double(samples[corner + 4 * width + 4]) * fx
                    result.samples[4 * (y * width + x) + channel] = UInt8((upper * (1 - fy) + lower * fy).rounded())
                }
            }
        }
        return result
    }

    func blurred(sigma: Double) -> Image {
        var result = self
        for channel in 0..<3 {
            let samples = stride(from: channel, to: self.samples.count, by: 4).map { Float(self.samples[$0]) }
            let plane = Plane<UInt8>(rounding: Plane(size: size, samples: samples).gaussianBlurred(sigma: sigma))
            for (i, sample) in plane.samples.enumerated() { result.samples[4 * i + channel] = sample }
        }
        return result
    }

    /// Every colour sample moved by up to `amplitude` levels either way.
    func noisy(amplitude: Int) -> Image {
        var result = self
        for i in result.samples.indices where i % 4 != 3 {
            let noise = SyntheticScene.hash(i, 77) % (2 * amplitude + 1) - amplitude
            result.samples[i] = UInt8(max(0, min(255, Int(result.samples[i]) + noise)))
        }
        return result
    }

    /// Reduced to `side` pixels and enlarged again.
    func enlarged(from side: Int, using filter: ResamplingFilter) -> Image {
        let small = Size(width: side, height: side * height / width)
        return resized(to: small, using: .box).resized(to: size, using: filter)
    }

    /// A share of the pixels black or white.
    func peppered(share: Double) -> Image {
        painted { x, y in
            let roll = Double(SyntheticScene.hash(x, y + 5000) % 10_000) / 10_000
            if roll >= share { return nil }
            return roll < share / 2 ? (0, 0, 0) : (255, 255, 255)
        }
    }
}
