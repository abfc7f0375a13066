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
    case mirroredFromLeft
    case fromRight
    case mirroredFromRight
    case fromBelow
    case mirroredFromBelow
    case fromAbove
    case tiltedLeft
    case tiltedRight
    case recomposed
    case mirroredRecomposed
    case shiftedLeft
    case shiftedRight
    case mirroredShifted

    /// Whether left and right are exchanged, where that does no harm.
    var mirrors: Bool {
        switch self {
        case .mirrored, .mirroredCrop, .mirroredCloseUp, .mirroredFromLeft, .mirroredFromRight, .mirroredFromBelow,
            .mirroredRecomposed, .mirroredShifted:
            true
        case .asIs, .crop, .closeUp, .fromLeft, .fromRight, .fromBelow, .fromAbove, .tiltedLeft, .tiltedRight,
            .recomposed,
            .shiftedLeft, .shiftedRight:
            false
        }
    }

    /// The stage's work on a source, and its account; nil where nothing is done.
    ///
    /// `amount` 0...1 scales turns, zooms and shifts.
    func stage(
        for source: Image, amount: Double, mayMirror: Bool, random: inout SplitMix64
    ) -> (stage: LocalPlan.Stage, summary: String)? {
        let isMirrored = mirrors && mayMirror
        let words = isMirrored ? "mirrored, " : ""
        switch self {
        case .recomposed, .mirroredRecomposed:
            let share = random.next(in: 0.15...0.19) + 0.08 * amount
            if let seams = source.seams(removing: share) {
                return (Self.carving(seams, isMirrored), "\(words)recomposed \(Self.percent(share)) tighter")
            }
        case .shiftedLeft, .shiftedRight, .mirroredShifted:
            let share = random.next(in: 0.10...0.12) + 0.06 * amount
            let toTheLeft = self == .shiftedLeft || (self == .mirroredShifted && source.salientCenter().x > 0.5)
            if let seams = source.seams(shifting: toTheLeft ? -share : share) {
                let side = toTheLeft != isMirrored ? "left" : "right"
                return (Self.carving(seams, isMirrored), "\(words)subject moved \(side)")
            }
        case .asIs, .mirrored, .crop, .mirroredCrop, .closeUp, .mirroredCloseUp, .fromLeft, .mirroredFromLeft,
            .fromRight,
            .mirroredFromRight, .fromBelow, .mirroredFromBelow, .fromAbove, .tiltedLeft, .tiltedRight:
            break
        }
        let framing = framing(of: source, amount: amount, isMirrored: isMirrored, random: &random)
        return framing.isIdentity ? nil : (Self.camera(framing), framing.summary)
    }

    /// Reframes, and makes up for the softness of what was enlarged.
    private static func camera(_ framing: Framing) -> LocalPlan.Stage {
        LocalPlan.Stage { image in
            let seen = image.reframed(framing)
            let isOnlyMirrored = Framing(isMirrored: framing.isMirrored, center: framing.center) == framing
            return isOnlyMirrored ? seen : seen.crisped(sigma: 0.8 * framing.zoom, amount: 0.45)
        }
    }

    private static func carving(_ seams: SeamMap, _ isMirrored: Bool) -> LocalPlan.Stage {
        LocalPlan.Stage { image in
            let carved = image.carved(along: seams)
            return isMirrored ? carved.mirrored() : carved
        }
    }

    /// The virtual camera for everything that one homography can do.
    private func framing(of source: Image, amount: Double, isMirrored: Bool, random: inout SplitMix64) -> Framing {
        let subject = source.salientCenter()
        var framing = Framing(isMirrored: isMirrored, center: subject)
        switch self {
        case .mirrored:
            // Where a mirror would turn writing round, a closer frame takes its place.
            if !isMirrored { framing.zoom = 1.2 + 0.15 * amount }
        case .crop, .mirroredCrop:
            framing.zoom = random.next(in: 1.2...1.28) + 0.12 * amount
            framing.center = source.frameCenter(zoom: framing.zoom, choice: random.next(below: 2))
        case .closeUp, .mirroredCloseUp:
            framing.zoom = random.next(in: 1.38...1.46) + 0.14 * amount
            framing.center = source.frameCenter(zoom: framing.zoom, choice: random.next(below: 2))
        case .fromLeft, .mirroredFromLeft, .fromRight, .mirroredFromRight:
            let fromLeft = self == .fromLeft || self == .mirroredFromLeft
            framing.yaw = (fromLeft ? -1 : 1) * (random.next(in: 13...17) + 10 * amount)
            framing.pitch = random.next(in: -3...3)
        case .fromBelow, .mirroredFromBelow, .fromAbove:
            framing.pitch = (self == .fromAbove ? 1 : -1) * (random.next(in: 12...15) + 8 * amount)
            framing.yaw = random.next(in: -4...4)
        case .tiltedLeft, .tiltedRight:
            framing.roll = (self == .tiltedLeft ? -1 : 1) * (random.next(in: 3.5...5) + 2.5 * amount)
            framing.zoom = 1.05
        // The rest comes here only where carving found no room: a frame takes its place.
        case .recomposed, .mirroredRecomposed:
            framing.zoom = random.next(in: 1.26...1.32) + 0.12 * amount
            framing.center = source.frameCenter(zoom: framing.zoom, choice: 2)
        case .shiftedLeft, .shiftedRight, .mirroredShifted:
            framing.zoom = random.next(in: 1.34...1.4) + 0.12 * amount
            let third = (self == .shiftedRight ? -1 : 1) / (6 * framing.zoom)
            framing.center = SIMD2(subject.x + third, source.frameCenter(zoom: framing.zoom, choice: 0).y)
        case .asIs: break
        }
        return framing
    }

    private static func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded())) %"
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
