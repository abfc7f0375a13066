/// How a picture is framed anew: a virtual camera that turns, zooms, shifts and mirrors, in one resampling.
///
/// The homography of a plane under a rotating pinhole camera (Hartley and Zisserman 2004); the choice of frames is an
/// own recipe.
public struct Framing: Sendable, Equatable {
    /// Whether left and right are exchanged.
    public var isMirrored: Bool
    /// Magnification; what lies outside the frame is lost. Below 1 only where the borders continue.
    public var zoom: Double
    /// The point of the source, 0...1 across and down, that the frame is centred on as far as its borders allow.
    public var center: SIMD2<Double>
    /// Turn of the camera about the vertical axis, in degrees; positive looks from the right.
    public var yaw: Double
    /// Turn of the camera about the horizontal axis, in degrees; positive looks from above.
    public var pitch: Double
    /// Turn in the picture's plane, in degrees, clockwise.
    public var roll: Double
    /// Whether the frame may reach beyond the source, whose border pixels are then repeated: for plain backdrops.
    public var continuesBorders: Bool

    /// Creates a framing; without arguments it changes nothing.
    public init(
        isMirrored: Bool = false, zoom: Double = 1, center: SIMD2<Double> = SIMD2(0.5, 0.5), yaw: Double = 0,
        pitch: Double = 0, roll: Double = 0, continuesBorders: Bool = false
    ) {
        self.isMirrored = isMirrored
        self.zoom = zoom
        self.center = center
        self.yaw = yaw
        self.pitch = pitch
        self.roll = roll
        self.continuesBorders = continuesBorders
    }

    /// Whether the picture would stay as it is.
    public var isIdentity: Bool {
        let isStraight = !isMirrored && yaw == 0 && pitch == 0 && roll == 0
        if continuesBorders { return isStraight && zoom == 1 && center == SIMD2(0.5, 0.5) }
        return isStraight && zoom <= 1
    }

    /// Whether left and right are exchanged and nothing else is done.
    public var isMirrorAlone: Bool {
        var straight = self
        straight.isMirrored = false
        return isMirrored && straight.isIdentity
    }

    /// Distance of the virtual camera, in half-diagonals of the picture: about a 53° field of view.
    private static let cameraDistance = 2.0

    /// The map from source positions to the turned camera's view, both centred and in half-diagonals.
    private func view() -> Homography {
        let (yawSine, yawCosine) = (sine(yaw * .pi / 180), cosine(yaw * .pi / 180))
        let (pitchSine, pitchCosine) = (sine(pitch * .pi / 180), cosine(pitch * .pi / 180))
        let (rollSine, rollCosine) = (sine(roll * .pi / 180), cosine(roll * .pi / 180))
        let distance = Self.cameraDistance
        // The plane's point (x, y, 0) turned about the vertical axis, then about the horizontal one, then projected.
        let turned = Homography(
            rows: (
                SIMD3(distance * yawCosine, 0, 0),
                SIMD3(distance * pitchSine * yawSine, distance * pitchCosine, 0),
                SIMD3(pitchCosine * yawSine, -pitchSine, distance)
            ))
        let rolled = Homography(
            rows: (SIMD3(rollCosine, -rollSine, 0), SIMD3(rollSine, rollCosine, 0), SIMD3(0, 0, 1)))
        return rolled.after(turned)
    }

    /// The map from pixel positions of the result (its size equals the source's) to pixel positions of the source.
    ///
    /// The frame is the largest with the source's shape, at the wanted zoom or the least zoom beyond it, whose four
    /// corners see the source alone: no border is ever invented. Where the borders continue, the frame is just as asked.
    func samplingMap(of size: Size) -> Homography {
        let halfDiagonal =
            (Double(size.width * size.width + size.height * size.height)).squareRoot() / 2
        let (halfWidth, halfHeight) = (Double(size.width) / 2 / halfDiagonal, Double(size.height) / 2 / halfDiagonal)
        let toSource = view().inverted()
        let wanted = SIMD2((2 * center.x - 1) * halfWidth, (2 * center.y - 1) * halfHeight)
        let focus = view().applied(wanted.x, wanted.y)

        func fits(_ shift: SIMD2<Double>, _ scale: Double) -> Bool {
            for (x, y) in [(-1.0, -1.0), (1, -1), (-1, 1), (1, 1)] {
                let corner = toSource.applied(shift.x + x * halfWidth * scale, shift.y + y * halfHeight * scale)
                let slack = 1e-9
                if abs(corner.x) > halfWidth + slack || abs(corner.y) > halfHeight + slack { return false }
            }
            return true
        }
        var scale = continuesBorders ? 1 / zoom : 1 / max(1, zoom)
        while !continuesBorders, !fits(SIMD2(0, 0), scale), scale > 0.05 { scale *= 0.995 }
        var shift = continuesBorders ? focus : SIMD2(0.0, 0.0)
        // Walk from the middle towards the wanted centre, each axis for itself, as far as the frame fits.
        let steps = continuesBorders ? 0 : 64
        for _ in 0..<steps {
            let across = SIMD2(shift.x + focus.x / Double(steps), shift.y)
            if fits(across, scale) { shift = across }
            let down = SIMD2(shift.x, shift.y + focus.y / Double(steps))
            if fits(down, scale) { shift = down }
        }
        let pixels = Homography.translation(Double(size.width) / 2, Double(size.height) / 2)
            .after(.scaling(halfDiagonal, halfDiagonal))
        let normalized = Homography.scaling((isMirrored ? -1 : 1) / halfDiagonal, 1 / halfDiagonal)
            .after(.translation(-Double(size.width) / 2, -Double(size.height) / 2))
        let frame = Homography.translation(shift.x, shift.y).after(.scaling(scale, scale))
        return pixels.after(toSource).after(frame).after(normalized)
    }
}

extension Homography {
    /// The map back, by the adjugate matrix (a common factor does not matter).
    func inverted() -> Homography {
        let (a, b, c) = rows
        let columns = (Self.cross(b, c), Self.cross(c, a), Self.cross(a, b))
        return Homography(
            rows: (
                SIMD3(columns.0.x, columns.1.x, columns.2.x), SIMD3(columns.0.y, columns.1.y, columns.2.y),
                SIMD3(columns.0.z, columns.1.z, columns.2.z)
            ))
    }

    private static func cross(_ u: SIMD3<Double>, _ v: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x)
    }
}
