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
        return strongest(scores.values, at: scores.places, size: plane.size, border: border)
    }

    /// The score of every pixel at least `border` inside, 0 where there is no corner, and the places of the others.
    static func scores(
        of plane: Plane<UInt8>, threshold: Int16, border: Int
    ) -> (values: [Int32], places: [Int]) {
        let (width, height) = (plane.width, plane.height)
        var scores = [Int32](repeating: 0, count: plane.samples.count)
        var places: [Int] = []
        let offsets = circle.map { $0.y * width + $0.x }
        let samples = plane.samples.span
        let inner = border..<width - border
        var marks = [UInt8](repeating: 0, count: inner.count)
        for y in border..<height - border {
            mark(plane, y, inner, threshold: UInt8(threshold), into: &marks)
            let found = marks.span
            for i in 0..<found.count where found[i] != 0 {
                let place = y * width + border + i
                let value = score(samples, at: place, offsets, threshold: threshold)
                if value > 0 {
                    scores[place] = value
                    places.append(place)
                }
            }
        }
        return (scores, places)
    }

    /// Marks the pixels of a row that may be corners: nine of the circle in a row hold four in a row of every second one.
    private static func mark(
        _ plane: Plane<UInt8>, _ y: Int, _ inner: Range<Int>, threshold: UInt8, into marks: inout [UInt8]
    ) {
        func shifted(_ dx: Int) -> Range<Int> { inner.lowerBound + dx..<inner.upperBound + dx }
        let (above, below) = (plane.row(y - 2), plane.row(y + 2))
        let row = plane.row(y)
        mark(
            row.extracting(inner), plane.row(y - 3).extracting(inner), above.extracting(shifted(2)),
            row.extracting(shifted(3)), below.extracting(shifted(2)), plane.row(y + 3).extracting(inner),
            below.extracting(shifted(-2)), row.extracting(shifted(-3)), above.extracting(shifted(-2)),
            threshold: threshold, into: &marks)
    }

    private static func mark(
        _ centre: Span<UInt8>, _ a: Span<UInt8>, _ b: Span<UInt8>, _ c: Span<UInt8>, _ d: Span<UInt8>,
        _ e: Span<UInt8>, _ f: Span<UInt8>, _ g: Span<UInt8>, _ h: Span<UInt8>, threshold: UInt8,
        into marks: inout [UInt8]
    ) {
        var target = marks.mutableSpan
        let count = target.count
        precondition(centre.count == count && a.count == count && b.count == count && c.count == count)
        precondition(d.count == count && e.count == count && f.count == count && g.count == count)
        precondition(h.count == count)
        for i in 0..<count {
            let high = min(centre[i], 255 &- threshold) &+ threshold
            let low = max(centre[i], threshold) &- threshold
            var brighter: UInt8 = a[i] > high ? 1 : 0
            brighter |= b[i] > high ? 2 : 0
            brighter |= c[i] > high ? 4 : 0
            brighter |= d[i] > high ? 8 : 0
            brighter |= e[i] > high ? 16 : 0
            brighter |= f[i] > high ? 32 : 0
            brighter |= g[i] > high ? 64 : 0
            brighter |= h[i] > high ? 128 : 0
            var darker: UInt8 = a[i] < low ? 1 : 0
            darker |= b[i] < low ? 2 : 0
            darker |= c[i] < low ? 4 : 0
            darker |= d[i] < low ? 8 : 0
            darker |= e[i] < low ? 16 : 0
            darker |= f[i] < low ? 32 : 0
            darker |= g[i] < low ? 64 : 0
            darker |= h[i] < low ? 128 : 0
            target[i] = fourInARow(brighter) | fourInARow(darker)
        }
    }

    /// Not 0 where four neighbouring bits are set, the first being the last one's neighbour.
    private static func fourInARow(_ bits: UInt8) -> UInt8 {
        let pairs = bits & ((bits &<< 1) | (bits &>> 7))
        return pairs & ((pairs &<< 2) | (pairs &>> 6))
    }

    private static func score(
        _ samples: Span<UInt8>, at i: Int, _ offsets: [Int], threshold: Int16
    ) -> Int32 {
        let centre = Int32(samples[i])
        let (high, low) = (centre + Int32(threshold), centre - Int32(threshold))
        var brighter: UInt32 = 0
        var darker: UInt32 = 0
        for offset in offsets {
            // The sign bits of the differences, collected from the top.
            let level = Int32(samples[i + offset])
            brighter = brighter &>> 1 | UInt32(bitPattern: high &- level) & 0x8000_0000
            darker = darker &>> 1 | UInt32(bitPattern: level &- low) & 0x8000_0000
        }
        if hasSegment(brighter &>> 16) {
            return offsets.reduce(0) { $0 + max(0, Int32(samples[i + $1]) - high) }
        }
        guard hasSegment(darker &>> 16) else { return 0 }
        return offsets.reduce(0) { $0 + max(0, low - Int32(samples[i + $1])) }
    }

    /// Whether nine marks of the circle's sixteen are set in a row.
    static func hasSegment(_ marks: UInt32) -> Bool {
        let circle = marks | marks << 16
        let pairs = circle & circle >> 1
        let fours = pairs & pairs >> 2
        let eights = fours & fours >> 4
        return eights & circle >> 8 & 0xFFFF != 0
    }

    private static func strongest(_ scores: [Int32], at places: [Int], size: Size, border: Int) -> [Corner] {
        let (width, height) = (size.width, size.height)
        let all = scores.span
        var corners: [Corner] = []
        for i in places {
            let (x, y) = (i % width, i / width)
            guard x >= border, y >= border, x < width - border, y < height - border else { continue }
            let score = all[i]
            let before = max(all[i - width - 1], all[i - width], all[i - width + 1], all[i - 1])
            let after = max(all[i + width - 1], all[i + width], all[i + width + 1], all[i + 1])
            if score > before && score >= after { corners.append(Corner(x: x, y: y, score: score)) }
        }
        return corners
    }
}
