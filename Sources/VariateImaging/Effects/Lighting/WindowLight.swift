extension Image {
    /// The picture in the light of a window with bars: a slanted pattern of soft panes.
    ///
    /// Own recipe: a `Relighting` through a pattern of panes.
    /// - Parameters:
    ///   - amount: 0...1; at 1 the panes are 0.7 stops brighter and the bars' shade 1.8 stops darker.
    ///   - slant: how far the pattern leans, −1 (to the left) to 1.
    public func windowLit(amount: Double, slant: Double) -> Image {
        let gain = Float(power(2, 0.7 * amount))
        let floor = Float(power(2, -1.8 * amount))
        let light = Relighting(
            light: SIMD3(1.12, 1.0, 0.82) * gain, shade: SIMD3(0.92, 1.0, 1.12) * floor, relief: 0.2 * amount,
            direction: slant > 0 ? 30 : 150)
        let (columns, rows, softness) = (2.0, 3.0, 0.16)
        func pane(_ position: Double, _ bar: Double) -> Double {
            let inside = position - position.rounded(.down)
            let fromEdge = min(inside, 1 - inside)
            return ColorGrade.smoothStep((fromEdge - bar) / softness)
        }
        return light.applied(to: self) { u, v in
            let x = (u - 0.5) + slant * 0.45 * (v - 0.5)
            let y = (v - 0.5) - slant * 0.12 * (u - 0.5)
            // The window ends softly at its outline, so that its light lies on the picture as one shape.
            let outline =
                ColorGrade.smoothStep((0.62 - abs(x)) / 0.2) * ColorGrade.smoothStep((0.6 - abs(y)) / 0.2)
            return pane(x * columns / 1.1 + 0.5, 0.05) * pane(y * rows / 1.1 + 0.5, 0.045) * outline
        }
    }
}
