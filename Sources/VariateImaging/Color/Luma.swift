extension Image {
    /// The picture's 8-bit luma: ITU-R BT.601 weights 0.299, 0.587, 0.114 in 16-bit fixed point, rounded to nearest.
    ///
    /// Equal to Pillow 13 `convert("L")` of the same 8-bit pixels, without any difference, for its modes RGB, RGBA, LA,
    /// L, P and PA. Alpha is ignored, as Pillow ignores it, and a grey pixel keeps its value. (Pillow 13 converts
    /// palette pictures with the same rounding formula as true-colour ones, so a palette needs no second formula.)
    ///
    /// Sixteen-bit files are different: here a sample has been reduced to its high byte before it reaches this
    /// function, whereas Pillow clips 16-bit grey to 255.
    /// - Complexity: O(pixels).
    public func luma() -> Plane<UInt8> {
        var luma = [UInt8](repeating: 0, count: size.pixelCount)
        let pixels = samples.span
        var output = luma.mutableSpan
        var first = 0
        for i in 0..<output.count {
            let red = UInt32(pixels[first]) &* LumaWeights.red
            let green = UInt32(pixels[first &+ 1]) &* LumaWeights.green
            let blue = UInt32(pixels[first &+ 2]) &* LumaWeights.blue
            output[i] = UInt8(truncatingIfNeeded: (red &+ green &+ blue &+ LumaWeights.half) >> LumaWeights.shift)
            first &+= Image.channels
        }
        return Plane(size: size, samples: luma)
    }
}

extension Plane<UInt8> {
    /// The luma of a picture given as three planes: see ``Image/luma()``.
    /// - Complexity: O(pixels).
    /// - Precondition: the planes are of one size.
    static func luma(red: Plane<UInt8>, green: Plane<UInt8>, blue: Plane<UInt8>) -> Plane<UInt8> {
        var luma = Plane<UInt8>(size: red.size, repeating: 0)
        var target = luma.samples.mutableSpan
        let (reds, greens, blues) = (red.samples.span, green.samples.span, blue.samples.span)
        precondition(reds.count == target.count && greens.count == target.count && blues.count == target.count)
        for i in 0..<target.count {
            let weighted =
                UInt32(reds[i]) &* LumaWeights.red &+ UInt32(greens[i]) &* LumaWeights.green
                &+ UInt32(blues[i]) &* LumaWeights.blue
            target[i] = UInt8(truncatingIfNeeded: (weighted &+ LumaWeights.half) &>> LumaWeights.shift)
        }
        return luma
    }
}

/// BT.601 luma weights in 16-bit fixed point. They add up to 65536, so grey stays grey.
private enum LumaWeights {
    static let red: UInt32 = 19595
    static let green: UInt32 = 38470
    static let blue: UInt32 = 7471
    static let shift: UInt32 = 16
    static let half: UInt32 = 1 << (shift - 1)
}
