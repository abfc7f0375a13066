extension Image {
    /// Whether the picture seems to hold writing, which a mirror would make unreadable.
    ///
    /// Own recipe. Writing has strokes: along a row of its pixels, strong edges of alternating sign follow each other closely, and
    /// blocks of such rows lie side by side on a line. A cell of 16 × 8 pixels (at 512 pixels a side) counts when most of
    /// its rows alternate at least four times between two clearly different levels; four such cells in a row are a word.
    public var seemsToHoldWriting: Bool {
        let luma = ColorPlanes(encoded: self).luminance().reduced(toLongestSide: 512)
        let (cellWidth, cellHeight) = (16, 8)
        let (columns, rows) = (luma.width / cellWidth, luma.height / cellHeight)
        guard columns > 0, rows > 0 else { return false }
        let cellsOfAWord = 4
        var words = 0
        for row in 0..<rows {
            var run = 0
            for column in 0..<columns {
                if luma.looksWritten(left: column * cellWidth, top: row * cellHeight, cellWidth, cellHeight) {
                    run += 1
                    if run == cellsOfAWord { words += 1 }
                } else {
                    run = 0
                }
            }
        }
        let enough = 2
        return words >= enough
    }
}

extension Plane where Sample == Float {
    fileprivate func looksWritten(left: Int, top: Int, _ cellWidth: Int, _ cellHeight: Int) -> Bool {
        let strongEdge: Float = 0.18
        let (alternations, share) = (4, 0.6)
        var alternating = 0
        var low: Float = 1
        var high: Float = 0
        var middles = 0
        for y in top..<top + cellHeight {
            for x in left..<left + cellWidth {
                low = Swift.min(low, samples[y * width + x])
                high = Swift.max(high, samples[y * width + x])
            }
        }
        guard high - low > 0.4 else { return false }
        for y in top..<top + cellHeight {
            var changes = 0
            var sign: Float = 0
            for x in left + 1..<left + cellWidth {
                let value = samples[y * width + x]
                let position = (value - low) / (high - low)
                if position > 0.3, position < 0.7 { middles += 1 }
                let step = value - samples[y * width + x - 1]
                if abs(step) > strongEdge, step * sign <= 0 {
                    changes += 1
                    sign = step
                }
            }
            if changes >= alternations { alternating += 1 }
        }
        // Ink and paper: few pixels lie half way between the two.
        let cell = cellWidth * cellHeight
        return Double(alternating) >= share * Double(cellHeight) && middles * 3 < cell
    }
}
