extension Image {
    /// Pixels that are separated at a time: with a count known beforehand, the inner loops become vector instructions.
    private static let run = 16

    /// Red, green and blue of the picture as it looks on white paper: a fully transparent one is blank.
    /// - Complexity: O(pixels).
    func planesOnWhite() -> [Plane<UInt8>] {
        var red = Plane<UInt8>(size: size, repeating: 0)
        var green = red
        var blue = red
        var reds = red.samples.mutableSpan
        var greens = green.samples.mutableSpan
        var blues = blue.samples.mutableSpan
        let whole = size.pixelCount / Self.run * Self.run
        for start in stride(from: 0, to: whole, by: Self.run) {
            separateRun(start, &reds, &greens, &blues)
        }
        for i in whole..<size.pixelCount {
            let pixel = samples.span.extracting(Self.channels * i..<Self.channels * (i + 1))
            (reds[i], greens[i], blues[i]) = (pixel[0], pixel[1], pixel[2])
            layOnWhite(i, &reds, &greens, &blues)
        }
        return [red, green, blue]
    }

    @inline(__always)
    private func separateRun(
        _ start: Int, _ red: inout MutableSpan<UInt8>, _ green: inout MutableSpan<UInt8>,
        _ blue: inout MutableSpan<UInt8>
    ) {
        let count = Self.run
        let pixels = samples.span.extracting(Self.channels * start..<Self.channels * (start + count))
        separate(pixels, channel: 0, into: &red, at: start)
        separate(pixels, channel: 1, into: &green, at: start)
        separate(pixels, channel: 2, into: &blue, at: start)
        var alpha: UInt8 = 255
        for i in 0..<count { alpha &= pixels[Self.channels * i + 3] }
        if alpha == 255 { return }
        for i in start..<start + count { layOnWhite(i, &red, &green, &blue) }
    }

    @inline(__always)
    private func separate(_ pixels: Span<UInt8>, channel: Int, into plane: inout MutableSpan<UInt8>, at start: Int) {
        precondition(start >= 0 && start + Self.run <= plane.count && pixels.count == Self.channels * Self.run)
        for i in 0..<Self.run { plane[start + i] = pixels[Self.channels * i + channel] }
    }

    /// Mixes one pixel with white by its alpha.
    private func layOnWhite(
        _ i: Int, _ red: inout MutableSpan<UInt8>, _ green: inout MutableSpan<UInt8>, _ blue: inout MutableSpan<UInt8>
    ) {
        let alpha = Int(samples[Self.channels * i + 3])
        if alpha == 255 { return }
        let paper = 255 * (255 - alpha) + 127
        red[i] = UInt8((Int(red[i]) * alpha + paper) / 255)
        green[i] = UInt8((Int(green[i]) * alpha + paper) / 255)
        blue[i] = UInt8((Int(blue[i]) * alpha + paper) / 255)
    }
}
