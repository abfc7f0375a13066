extension Image {
    /// Where a viewer's eye goes, 0...1 across and down: the centre of mass of edge energy and colour contrast.
    ///
    /// Edges are weighted by how much their colour stands out from the mean (Achanta et al.: Frequency-tuned salient
    /// region detection, CVPR 2009) and by a wide bell around the middle, where photographers place what matters.
    /// Edges within skin-like colours count more: they may be a face. A flat picture's is its middle.
    public func salientCenter() -> SIMD2<Double> {
        let map = saliency(longestSide: 128)
        var total = 0.0
        var sum = SIMD2(0.0, 0.0)
        for y in 0..<map.height {
            for x in 0..<map.width {
                let u = (Double(x) + 0.5) / Double(map.width)
                let v = (Double(y) + 0.5) / Double(map.height)
                let value = Double(map.samples[y * map.width + x])
                let bell = exponential(-((u - 0.5) * (u - 0.5) + (v - 0.45) * (v - 0.45)) / 0.18)
                let weight = value * value * bell
                total += weight
                sum += SIMD2(u, v) * weight
            }
        }
        let negligible = 1e-9
        return total > negligible ? sum / total : SIMD2(0.5, 0.5)
    }

    /// A frame's centre that puts the subject on a third across, or in the middle, and cuts through little.
    ///
    /// The three places across are ranked by the saliency that their frame keeps, less what its border cuts through, each
    /// at its best height; `choice` takes the best (0), the second best (1) or the last (2).
    public func frameCenter(zoom: Double, choice: Int) -> SIMD2<Double> {
        let subject = salientCenter()
        let map = saliency(longestSide: 64)
        let sixth = 1 / (6 * zoom)
        let half = 0.5 / zoom
        var candidates: [(center: SIMD2<Double>, value: Double)] = []
        for across in [1.0, -1, 0] {
            var best = (center: subject, value: -Double.infinity)
            for down in [0, -0.5, 0.5, -1, 1] {
                let center = (subject + SIMD2(across, down) * sixth).clamped(
                    lowerBound: SIMD2(repeating: half), upperBound: SIMD2(repeating: max(half, 1 - half)))
                let value = map.frameValue(center: center, half: half)
                if value > best.value { best = (center, value) }
            }
            candidates.append(best)
        }
        // Equal values keep their order.
        let ranked = candidates.enumerated().sorted {
            $0.element.value != $1.element.value ? $0.element.value > $1.element.value : $0.offset < $1.offset
        }
        return ranked[min(max(0, choice), ranked.count - 1)].element.center
    }

    /// Edge energy times colour contrast on a reduced picture, smoothed; not normalised.
    func saliency(longestSide: Int) -> Plane<Float> {
        let planes = ColorPlanes(encoded: self).map { $0.reduced(toLongestSide: longestSide) }
        let luma = planes.luminance()
        let count = luma.samples.count
        var mean = SIMD3<Float>(repeating: 0)
        for i in 0..<count { mean += SIMD3(planes.red[i], planes.green[i], planes.blue[i]) }
        mean /= Float(count)
        var result = luma.gradientMagnitude()
        for i in 0..<count {
            let away = SIMD3(planes.red[i], planes.green[i], planes.blue[i]) - mean
            let likeSkin = Self.skinLikeness(red: planes.red[i], green: planes.green[i], blue: planes.blue[i])
            result.samples[i] *= (0.15 + (away * away).sum().squareRoot()) * (1 + 3 * likeSkin)
        }
        return result.softened(sigma: Double(luma.size.longestSide) / 24)
    }

    /// 0...1, how much an encoded colour is that of skin, light or dark: hues around 52° of middling chroma in OkLab.
    private static func skinLikeness(red: Float, green: Float, blue: Float) -> Float {
        guard red > green, green > blue * 0.9 else { return 0 }
        let lab = OkLab.lab(encoded: SIMD3(Double(red), Double(green), Double(blue)))
        let chroma = OkLab.chroma(lab)
        let middling =
            ColorGrade.smoothStep((chroma - 0.02) / 0.03) * (1 - ColorGrade.smoothStep((chroma - 0.11) / 0.05))
        return Float(middling * OkLab.nearness(OkLab.hue(lab), to: 52, width: 30))
    }
}

extension Plane where Sample == Float {
    /// How good a frame of a saliency map is: what it keeps, less what its border cuts through.
    fileprivate func frameValue(center: SIMD2<Double>, half: Double) -> Double {
        var kept = 0.0
        var cut = 0.0
        let cellWidth = 1 / Double(width)
        let cellHeight = 1 / Double(height)
        for row in 0..<height {
            let y = (Double(row) + 0.5) * cellHeight - center.y
            guard abs(y) <= half else { continue }
            // The upper border counts most, and the lower one least: a frame may cut feet, but no heads.
            let height = 1.6 - 1.2 * (Double(row) + 0.5) * cellHeight
            let topRow = y - cellHeight < -half && center.y - half > cellHeight
            let bottomRow = y + cellHeight > half && center.y + half < 1 - cellHeight
            for column in 0..<width {
                let x = (Double(column) + 0.5) * cellWidth - center.x
                guard abs(x) <= half else { continue }
                let value = Double(samples[row * width + column])
                kept += height * value
                if topRow { cut += 3 * value }
                if bottomRow { cut += 0.5 * value }
                let isSide = x - cellWidth < -half || x + cellWidth > half
                if isSide, abs(center.x - 0.5) < 0.5 - half - cellWidth { cut += value }
            }
        }
        let cutWeight = 4.0
        return kept - cutWeight * cut
    }

    /// Length of the central-difference gradient; the border repeats.
    func gradientMagnitude() -> Plane<Float> {
        var result = self
        forEachCentralDifference { i, across, down in
            result.samples[i] = (across * across + down * down).squareRoot()
        }
        return result
    }
}
