extension Image {
    /// The picture reduced so that its longest side is at most `longest`, by area means weighted with alpha.
    ///
    /// Box filtering by exact area coverage (the area interpolation of image libraries). Every source pixel counts by the share of it that a target pixel covers; pictures that fit stay as they are.
    func reduced(toLongestSide longest: Int) -> Image {
        guard size.longestSide > longest else { return self }
        let scale = Double(longest) / Double(size.longestSide)
        let target = Size(
            width: max(1, Int((Double(width) * scale).rounded())),
            height: max(1, Int((Double(height) * scale).rounded())))
        let across = Double(width) / Double(target.width)
        let down = Double(height) / Double(target.height)
        var result = [UInt8](repeating: 0, count: target.pixelCount * Self.channels)
        for y in 0..<target.height {
            let (top, bottom) = (Double(y) * down, Double(y + 1) * down)
            for x in 0..<target.width {
                let (left, right) = (Double(x) * across, Double(x + 1) * across)
                var sum = SIMD4<Float>(repeating: 0)
                var covered: Float = 0
                for row in Int(top)..<min(height, Int(bottom.rounded(.up))) {
                    let rowShare = min(bottom, Double(row + 1)) - max(top, Double(row))
                    for column in Int(left)..<min(width, Int(right.rounded(.up))) {
                        let share = Float(rowShare * (min(right, Double(column + 1)) - max(left, Double(column))))
                        let at = 4 * (row * width + column)
                        let alpha = Float(samples[at + 3])
                        sum +=
                            SIMD4(
                                Float(samples[at]) * alpha, Float(samples[at + 1]) * alpha,
                                Float(samples[at + 2]) * alpha,
                                alpha) * share
                        covered += share
                    }
                }
                let at = 4 * (y * target.width + x)
                if sum.w > 0 {
                    result[at] = UInt8(min(255, sum.x / sum.w + 0.5))
                    result[at + 1] = UInt8(min(255, sum.y / sum.w + 0.5))
                    result[at + 2] = UInt8(min(255, sum.z / sum.w + 0.5))
                    result[at + 3] = UInt8(min(255, sum.w / covered + 0.5))
                }
            }
        }
        return Image(size: target, samples: result)
    }

    /// The part of the picture with a width to height ratio, as large as possible and around `center` where it can be.
    public func cropped(toAspectRatio ratio: Double, around center: SIMD2<Double>) -> Image {
        let wide = size.aspectRatio > ratio
        let target = Size(
            width: wide ? max(1, min(width, Int((Double(height) * ratio).rounded()))) : width,
            height: wide ? height : max(1, min(height, Int((Double(width) / ratio).rounded()))))
        let left = max(0, min(width - target.width, Int(center.x * Double(width)) - target.width / 2))
        let top = max(0, min(height - target.height, Int(center.y * Double(height)) - target.height / 2))
        var result: [UInt8] = []
        result.reserveCapacity(target.pixelCount * Self.channels)
        for y in top..<top + target.height {
            let start = 4 * (y * width + left)
            result.append(contentsOf: samples[start..<start + 4 * target.width])
        }
        return Image(size: target, samples: result)
    }
}
