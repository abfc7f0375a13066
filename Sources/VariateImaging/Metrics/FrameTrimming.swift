/// Finds the picture between flat bars or inside a flat border: rows and columns of one tone that reach in from an edge and
/// end in a hard step.
enum FrameTrimming {
    /// Rows whose luma deviates less than this are of one tone, in levels.
    static let flatDeviation = 3.0
    /// The step at a bar's end: this many levels at least, in this share of the row.
    static let hardStep = 8
    static let hardShare = 0.5
    /// Compression blurs a bar's end over so many rows, and over no more than a sixty-fourth of the picture.
    static let ringing = 8
    static let ringingShare = 64
    /// What is left must be so much of each side.
    static let leastLeft = 0.3
    /// Pictures with a shorter side, in pixels, have no room for a frame.
    static let leastSide = 16

    /// The rectangle inside, or nil where there is no such frame.
    /// - Complexity: O(pixels of the bars).
    static func content(of luma: Plane<UInt8>) -> (left: Int, top: Int, size: Size)? {
        guard luma.size.shortestSide >= leastSide else { return nil }
        let rows = Lines(luma, across: 0..<luma.width, alongRows: true)
        let top = rows.barLength(fromEnd: false)
        let bottom = rows.barLength(fromEnd: true)
        guard luma.height - top - bottom >= Int(leastLeft * Double(luma.height)) else { return nil }
        let columns = Lines(luma, across: top..<luma.height - bottom, alongRows: false)
        let left = columns.barLength(fromEnd: false)
        let right = columns.barLength(fromEnd: true)
        guard top + bottom + left + right > 0, luma.width - left - right >= Int(leastLeft * Double(luma.width)) else {
            return nil
        }
        return (left, top, Size(width: luma.width - left - right, height: luma.height - top - bottom))
    }

    /// A plane's rows, or the part of its columns within some rows.
    private struct Lines {
        let luma: Plane<UInt8>
        let across: Range<Int>
        let alongRows: Bool

        init(_ luma: Plane<UInt8>, across: Range<Int>, alongRows: Bool) {
            self.luma = luma
            self.across = across
            self.alongRows = alongRows
        }

        var count: Int { alongRows ? luma.height : luma.width }

        private func level(_ line: Int, _ place: Int) -> Int {
            Int(luma.samples[alongRows ? line * luma.width + place : place * luma.width + line])
        }

        /// The mean of a line that is of one tone, else nil.
        private func tone(_ line: Int) -> Double? {
            var sum = 0
            var squares = 0
            for place in across {
                let value = level(line, place)
                sum += value
                squares += value * value
            }
            let n = Double(across.count)
            let mean = Double(sum) / n
            return Double(squares) / n - mean * mean < flatDeviation * flatDeviation ? mean : nil
        }

        /// Share of the places where the step between two lines is hard.
        private func stepShare(_ first: Int, _ second: Int) -> Double {
            var hard = 0
            for place in across where abs(level(first, place) - level(second, place)) > hardStep { hard += 1 }
            return Double(hard) / Double(across.count)
        }

        /// How many lines at one end belong to a bar.
        func barLength(fromEnd: Bool) -> Int {
            let line = { (index: Int) in fromEnd ? count - 1 - index : index }
            guard let bar = tone(line(0)) else { return 0 }
            var flat = 1
            while flat < count, let next = tone(line(flat)), abs(next - bar) < flatDeviation { flat += 1 }
            guard flat < count else { return 0 }
            var best = (end: 0, share: 0.0)
            for end in flat...min(count - 1, flat + min(ringing, count / ringingShare)) {
                let share = stepShare(line(max(0, flat - 1)), line(end))
                if share > best.share { best = (end, share) }
                if share > hardShare { break }
            }
            return best.share > hardShare ? best.end : 0
        }
    }
}

extension Plane {
    /// The part of the plane in a rectangle.
    /// - Precondition: the rectangle lies inside.
    func cut(left: Int, top: Int, size part: Size) -> Plane {
        var samples: [Sample] = []
        samples.reserveCapacity(part.pixelCount)
        for y in top..<top + part.height {
            samples.append(contentsOf: self.samples[y * width + left..<y * width + left + part.width])
        }
        return Plane(size: part, samples: samples)
    }
}
