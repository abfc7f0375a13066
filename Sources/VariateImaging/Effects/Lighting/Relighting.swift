/// A light that falls on a picture: where it comes from, how far it reaches, and the colours of light and shade.
///
/// Own recipe: factors of linear light, with relief from brightness as height (relief shading: Horn 1981).
struct Relighting: Sendable {
    /// Factors of linear red, green and blue in full light.
    var light = SIMD3<Float>(1, 1, 1)
    /// Factors of linear red, green and blue in full shade.
    var shade = SIMD3<Float>(1, 1, 1)
    /// How strongly forms that face the light are brightened, 0...1 (brightness taken for height, as in relief shading).
    var relief = 0.0
    /// The direction that the light comes from, in degrees: 0 from the right, 90 from the top, 180 from the left.
    var direction = 135.0

    /// The picture in that light; `reach` is 1 where the light falls and 0 in the shade, over 0...1 across and down.
    ///
    /// Works in linear light; highlights roll off along a rational shoulder that reaches white at the brightest gain.
    func applied(to image: Image, reach: (Double, Double) -> Double) -> Image {
        let size = image.size
        var planes = ColorPlanes(linear: image)
        let map = Plane<Float>.smooth(size: size, reach)
        let modeling = reliefMap(planes)
        let brightest = max(light.max(), shade.max()) * (1 + Float(relief))
        for i in 0..<size.pixelCount {
            var gain = shade + (light - shade) * map.samples[i]
            if let modeling { gain *= modeling.samples[i] }
            let (red, green, blue) = (planes.red[i] * gain.x, planes.green[i] * gain.y, planes.blue[i] * gain.z)
            let factor = ColorGrade.shoulder(peak: max(red, green, blue), brightest: brightest)
            planes.red[i] = red * factor
            planes.green[i] = green * factor
            planes.blue[i] = blue * factor
        }
        return planes.linearImage(alphaOf: image)
    }

    /// Gains around 1 from the slope of smoothed brightness towards the light, or nil without relief.
    private func reliefMap(_ planes: ColorPlanes) -> Plane<Float>? {
        guard relief > 0, planes.size.shortestSide > 8 else { return nil }
        let mapSide = 384
        var height = planes.luminance().reduced(toLongestSide: mapSide)
        for i in 0..<height.samples.count { height.samples[i] = height.samples[i].squareRoot() }
        let sigma = Double(height.size.longestSide) * 0.012
        let fine = height.softened(sigma: sigma)
        let angle = direction * .pi / 180
        let (across, down) = (Float(cosine(angle)), Float(-sine(angle)))
        let sensitivity = Float(sigma) * 5
        var result = fine
        fine.forEachCentralDifference { i, slopeX, slopeY in
            // Brightness falls away from the light on forms that face it, so the slope counts negatively.
            let facing = -(slopeX * across + slopeY * down) * sensitivity
            result.samples[i] = 1 + Float(relief) * facing / (1 + abs(facing))
        }
        return result.softened(sigma: sigma / 2).enlarged(to: planes.size)
    }
}
