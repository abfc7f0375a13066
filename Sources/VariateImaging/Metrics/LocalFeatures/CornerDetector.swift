/// Corners by the segment test: FAST-9 (E. Rosten and T. Drummond, "Machine learning for high-speed corner detection", 2006).
///
/// A pixel is a corner when nine neighbours in a row, of the sixteen on a circle of radius 3, are all brighter than it by a
/// threshold, or all darker.
enum CornerDetector {
    /// A corner and how strongly it stands out.
    struct Corner: Sendable, Equatable {
        let x: Int
        let y: Int
        /// Sum of the differences from the circle beyond the threshold; higher is stronger.
        let score: Int32
    }

    static let radius = 3
    private static let segment = 9
    private static let circle: [(x: Int, y: Int)] = [
        (0, -3), (1, -3), (2, -2), (3, -1), (3, 0), (3, 1), (2, 2), (1, 3),
        (0, 3), (-1, 3), (-2, 2), (-3, 1), (-3, 0), (-3, -1), (-2, -2), (-1, -3),
    ]

    /// The corners at least `border` pixels inside, the strongest of each 3 × 3 neighbourhood, row by row.
    /// - Complexity: O(pixels).
    /// - Precondition: `border` is greater than the circle's radius.
    static func corners(of plane: Plane<UInt8>, threshold: Int16, border: Int) -> [Corner] {
        precondition(border > radius, "the circle around a corner must lie inside the picture")
        let (width, height) = (plane.width, plane.height)
        guard width > 2 * border, height > 2 * border else { return [] }
        // Scored one pixel further out than corners may lie, so that those at the border can be compared with neighbours.
        let scores = scores(of: plane, threshold: threshold, border: border - 1)
        return strongest(scores, width: width, height: height, border: border)
    }

    /// The score of every pixel at least `border` inside, 0 where there is no corner.
    static func scores(of plane: Plane<UInt8>, threshold: Int16, border: Int) -> [Int32] {
        let (width, height) = (plane.width, plane.height)
        var scores = [Int32](repeating: 0, count: plane.samples.count)
        let offsets = circle.map { $0.y * width + $0.x }
        let samples = plane.samples.span
        for y in border..<height - border {
            for x in border..<width - border {
                let i = y * width + x
                scores[i] = score(samples, at: i, offsets, width: width, threshold: threshold)
            }
        }
        return scores
    }

    private static func score(
        _ samples: Span<UInt8>, at i: Int, _ offsets: [Int], width: Int, threshold: Int16
    ) -> Int32 {
        let centre = Int16(samples[i])
        let (high, low) = (centre + threshold, centre - threshold)
        // Nine in a row cover at least two of the four points of the compass that are next to each other.
        let north = Int16(samples[i - 3 * width])
        let south = Int16(samples[i + 3 * width])
        let east = Int16(samples[i + 3])
        let west = Int16(samples[i - 3])
        let mayBeBrighter = max(north, south) > high && max(east, west) > high
        let mayBeDarker = min(north, south) < low && min(east, west) < low
        guard mayBeBrighter || mayBeDarker else { return 0 }
        var brighter: UInt32 = 0
        var darker: UInt32 = 0
        var brightness: Int32 = 0
        var darkness: Int32 = 0
        for k in 0..<16 {
            let value = Int16(samples[i + offsets[k]])
            if value > high {
                brighter |= 1 << UInt32(k)
                brightness += Int32(value - high)
            } else if value < low {
                darker |= 1 << UInt32(k)
                darkness += Int32(low - value)
            }
        }
        if hasSegment(brighter) { return brightness }
        return hasSegment(darker) ? darkness : 0
    }

    /// Whether nine marks of the circle's sixteen are set in a row.
    static func hasSegment(_ marks: UInt32) -> Bool {
        var run = marks | marks << 16
        for shift: UInt32 in [1, 2, 4] { run &= run >> shift }
        // Eight in a row are left where a bit is; one more makes nine.
        return run & ((marks | marks << 16) >> 8) & 0xFFFF != 0
    }

    private static func strongest(_ scores: [Int32], width: Int, height: Int, border: Int) -> [Corner] {
        var corners: [Corner] = []
        let all = scores.span
        for y in border..<height - border {
            for x in border..<width - border {
                let i = y * width + x
                let score = all[i]
                guard score > 0 else { continue }
                let before = max(all[i - width - 1], all[i - width], all[i - width + 1], all[i - 1])
                let after = max(all[i + width - 1], all[i + width], all[i + width + 1], all[i + 1])
                if score > before && score >= after { corners.append(Corner(x: x, y: y, score: score)) }
            }
        }
        return corners
    }
}
