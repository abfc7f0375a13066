extension Plane where Sample == Float {
    /// Calls `body` for every sample, row by row, with its index and twice the slope across and down: the right neighbour
    /// less the left, and the lower less the upper. The border repeats.
    ///
    /// Apart from `SobelGradient`, which smooths along the other axis: for maps that are smooth already.
    /// - Complexity: O(pixels).
    @inline(__always)
    func forEachCentralDifference(_ body: (_ index: Int, _ across: Float, _ down: Float) -> Void) {
        for y in 0..<height {
            let row = y * width
            let above = Swift.max(y - 1, 0) * width
            let below = Swift.min(y + 1, height - 1) * width
            for x in 0..<width {
                let across = samples[row + Swift.min(x + 1, width - 1)] - samples[row + Swift.max(x - 1, 0)]
                body(row + x, across, samples[below + x] - samples[above + x])
            }
        }
    }
}
