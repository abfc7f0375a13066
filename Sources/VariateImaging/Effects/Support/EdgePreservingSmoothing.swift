extension ColorPlanes {
    /// The planes smoothed within regions and not across their edges, by the recursive domain transform.
    ///
    /// Gastal and Oliveira: Domain transform for edge-aware image and video processing, SIGGRAPH 2011. It does a
    /// bilateral filter's work in a time that does not depend on its width.
    /// - Parameters:
    ///   - spatial: standard deviation in pixels where there are no edges.
    ///   - range: summed colour difference (encoded, 0...1 a channel) that counts as an edge.
    /// - Complexity: O(pixels), three passes each way.
    func smoothedWithinEdges(spatial: Double, range: Double) -> ColorPlanes {
        guard spatial >= 0.5 else { return self }
        let passes = 3
        let (width, height) = (size.width, size.height)
        // The first pass's deviation; each further pass halves it, which squares the feedback.
        let deviation =
            spatial * 3.0.squareRoot() * power(2, Double(passes - 1)) / (power(4, Double(passes)) - 1).squareRoot()
        let exponent = -2.0.squareRoot() / deviation
        let stretch = spatial / range
        let table = Self.feedbackTable(exponent: exponent, stretch: stretch)
        var across = [Float](repeating: 0, count: size.pixelCount)
        var down = across
        for y in 0..<height {
            for x in 0..<width {
                let i = y * width + x
                if x > 0 { across[i] = feedback(i, i - 1, table) }
                if y > 0 { down[i] = feedback(i, i - width, table) }
            }
        }
        var result = self
        for _ in 0..<passes {
            result.red = Self.filtered(result.red, across, down, width, height)
            result.green = Self.filtered(result.green, across, down, width, height)
            result.blue = Self.filtered(result.blue, across, down, width, height)
            for i in 0..<across.count {
                across[i] *= across[i]
                down[i] *= down[i]
            }
        }
        return result
    }

    private static let tableSteps = 1024

    /// Feedback of a summed colour difference of 0...3, in even steps.
    private static func feedbackTable(exponent: Double, stretch: Double) -> [Float] {
        (0...tableSteps).map { step in
            Float(exponential(exponent * (1 + stretch * 3 * Double(step) / Double(tableSteps))))
        }
    }

    @inline(__always)
    private func feedback(_ i: Int, _ j: Int, _ table: [Float]) -> Float {
        let difference = abs(red[i] - red[j]) + abs(green[i] - green[j]) + abs(blue[i] - blue[j])
        return table[min(Self.tableSteps, Int(difference * Float(Self.tableSteps) / 3))]
    }

    private static func filtered(
        _ samples: [Float], _ across: [Float], _ down: [Float], _ width: Int, _ height: Int
    ) -> [Float] {
        var result = samples
        for y in 0..<height {
            let row = y * width
            var last = result[row]
            for i in row + 1..<max(row + 1, row + width) {
                last = result[i] + across[i] * (last - result[i])
                result[i] = last
            }
            for i in stride(from: row + width - 2, through: row, by: -1) {
                last = result[i] + across[i + 1] * (last - result[i])
                result[i] = last
            }
        }
        for i in width..<max(width, width * height) {
            result[i] += down[i] * (result[i - width] - result[i])
        }
        for i in stride(from: width * (height - 1) - 1, through: 0, by: -1) {
            result[i] += down[i + width] * (result[i + width] - result[i])
        }
        return result
    }
}
