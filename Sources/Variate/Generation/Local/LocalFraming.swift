import VariateImaging

/// A way to frame the source anew, before its numbers are drawn.
enum LocalFraming: String, Sendable, CaseIterable {
    case asIs
    case mirrored
    case crop
    case mirroredCrop
    case closeUp
    case mirroredCloseUp
    case fromLeft
    case fromRight
    case fromBelow
    case fromAbove
    case tiltedLeft
    case tiltedRight

    /// The framing of a picture whose subject is at `subject`; `amount` 0...1 scales turns and zooms.
    func framing(subject: SIMD2<Double>, amount: Double, mayMirror: Bool, random: inout SplitMix64) -> Framing {
        var framing = Framing(center: subject)
        switch self {
        case .asIs: return Framing()
        case .mirrored:
            // Where a mirror would turn writing round, a closer frame takes its place.
            if mayMirror { return Framing(isMirrored: true) }
            framing.zoom = 1.2 + 0.15 * amount
        case .crop, .mirroredCrop:
            framing.isMirrored = self == .mirroredCrop && mayMirror
            framing.zoom = random.next(in: 1.2...1.28) + 0.12 * amount
            framing.center = Self.thirds(subject: subject, zoom: framing.zoom, random: &random)
        case .closeUp, .mirroredCloseUp:
            framing.isMirrored = self == .mirroredCloseUp && mayMirror
            framing.zoom = random.next(in: 1.38...1.46) + 0.14 * amount
            framing.center = Self.thirds(subject: subject, zoom: framing.zoom, random: &random)
        case .fromLeft, .fromRight:
            let side = self == .fromLeft ? -1.0 : 1.0
            framing.yaw = side * (random.next(in: 13...17) + 10 * amount)
            framing.pitch = random.next(in: -3...3)
        case .fromBelow, .fromAbove:
            let side = self == .fromBelow ? -1.0 : 1.0
            framing.pitch = side * (random.next(in: 12...15) + 8 * amount)
            framing.yaw = random.next(in: -4...4)
        case .tiltedLeft, .tiltedRight:
            let side = self == .tiltedLeft ? -1.0 : 1.0
            framing.roll = side * (random.next(in: 3.5...5) + 2.5 * amount)
            framing.zoom = 1.05
        }
        return framing
    }

    /// The frame's centre that puts the subject on one of the thirds' crossings, drawn at random.
    private static func thirds(subject: SIMD2<Double>, zoom: Double, random: inout SplitMix64) -> SIMD2<Double> {
        let sixth = 1 / (6 * zoom)
        let across = random.next(below: 2) == 0 ? sixth : -sixth
        let down = random.next(below: 2) == 0 ? sixth : -sixth
        return subject + SIMD2(across, down)
    }
}

extension Framing {
    /// What it does, in plain words; empty when it does nothing.
    var summary: String {
        var words: [String] = []
        if isMirrored { words.append("mirrored") }
        if abs(yaw) >= 5 { words.append(yaw < 0 ? "seen from the left" : "seen from the right") }
        if abs(pitch) >= 5 { words.append(pitch < 0 ? "seen from below" : "seen from above") }
        if abs(roll) >= 1 { words.append("tilted \(Int(abs(roll).rounded()))° \(roll < 0 ? "left" : "right")") }
        if zoom > 1.1 {
            let hundredths = Int((zoom * 100).rounded())
            let fraction = hundredths % 100
            words.append("\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)× crop")
        }
        return words.joined(separator: ", ")
    }
}
