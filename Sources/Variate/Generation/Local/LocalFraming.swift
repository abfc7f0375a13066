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
    /// `amount` 0...1 scales turns, zooms and shifts. A framing that leads goes from a 1.1× crop to a 1.6× one and from
    /// 8° of turn to 34°; a companion stays below 1.2× and 12°. A subject on a plain backdrop is kept whole.
    func stage(
        for source: Image, amount: Double, leads: Bool, mayMirror: Bool, backdrop: Backdrop?,
        random: inout SplitMix64
    ) -> (stage: LocalPlan.Stage, summary: String)? {
        let isMirrored = mirrors && mayMirror
        let words = isMirrored ? "mirrored, " : ""
        if backdrop == nil {
            switch self {
            case .recomposed, .mirroredRecomposed:
                let share = random.next(in: 0.10...0.14) + 0.18 * amount
                if let seams = source.seams(removing: share) {
                    return (Self.carving(seams, isMirrored), "\(words)recomposed \(Self.percent(share)) tighter")
                }
            case .shiftedLeft, .shiftedRight, .mirroredShifted:
                let share = random.next(in: 0.07...0.09) + 0.12 * amount
                let toTheLeft = self == .shiftedLeft || (self == .mirroredShifted && source.salientCenter().x > 0.5)
                if let seams = source.seams(shifting: toTheLeft ? -share : share) {
                    let side = toTheLeft != isMirrored ? "left" : "right"
                    return (Self.carving(seams, isMirrored), "\(words)subject moved \(side)")
                }
            default: break
            }
        }
        var framing =
            leads
            ? framing(of: source, amount: amount, isMirrored: isMirrored, random: &random)
            : companionFraming(of: source, amount: amount, isMirrored: isMirrored, random: &random)
        if let backdrop {
            framing = framing.keepingWhole(backdrop, amount: amount, isLead: leads, shift: shift)
        }
        return framing.isIdentity ? nil : (Self.camera(framing), framing.summary)
    }

    /// Where the subject goes when the frame leaves it room: −1 to the left, 1 to the right.
    private var shift: Double {
        switch self {
        case .shiftedRight, .mirroredShifted, .recomposed, .mirroredCloseUp: 1
        default: -1
        }
    }

    /// Reframes, and makes up for the softness of what was enlarged.
    private static func camera(_ framing: Framing) -> LocalPlan.Stage {
        LocalPlan.Stage { image in
            let seen = image.reframed(framing)
            return framing.isMirrorAlone ? seen : seen.crisped(sigma: 0.8 * max(1, framing.zoom), amount: 0.45)
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
            if !isMirrored { framing.zoom = 1.1 + 0.3 * amount }
        case .crop, .mirroredCrop:
            framing.zoom = random.next(in: 1.12...1.2) + 0.2 * amount
            framing.center = source.frameCenter(zoom: framing.zoom, choice: random.next(below: 2))
        case .closeUp, .mirroredCloseUp:
            framing.zoom = random.next(in: 1.24...1.32) + 0.3 * amount
            framing.center = source.frameCenter(zoom: framing.zoom, choice: random.next(below: 2))
        case .fromLeft, .mirroredFromLeft, .fromRight, .mirroredFromRight:
            framing.yaw = side * (random.next(in: 8...12) + 22 * amount)
            framing.pitch = random.next(in: -3...3)
        case .fromBelow, .mirroredFromBelow, .fromAbove:
            framing.pitch = side * (random.next(in: 7...10) + 18 * amount)
            framing.yaw = random.next(in: -4...4)
        case .tiltedLeft, .tiltedRight:
            framing.roll = side * (random.next(in: 2.5...4) + 4.5 * amount)
            framing.zoom = 1.05
        // The rest comes here only where carving found no room: a frame takes its place.
        case .recomposed, .mirroredRecomposed:
            framing.zoom = random.next(in: 1.18...1.24) + 0.28 * amount
            framing.center = source.frameCenter(zoom: framing.zoom, choice: 2)
        case .shiftedLeft, .shiftedRight, .mirroredShifted:
            framing.zoom = random.next(in: 1.24...1.3) + 0.3 * amount
            let third = (self == .shiftedRight ? -1 : 1) / (6 * framing.zoom)
            framing.center = SIMD2(subject.x + third, source.frameCenter(zoom: framing.zoom, choice: 0).y)
        case .asIs: break
        }
        return framing
    }

    /// The gentle framing beside an effect that leads: a little closer, or seen a little from one side.
    private func companionFraming(
        of source: Image, amount: Double, isMirrored: Bool, random: inout SplitMix64
    ) -> Framing {
        var framing = Framing(isMirrored: isMirrored, center: source.salientCenter())
        switch self {
        case .asIs: break
        case .mirrored:
            if !isMirrored { framing.zoom = 1.08 + 0.08 * amount }
        case .crop, .mirroredCrop, .recomposed, .mirroredRecomposed:
            framing.zoom = random.next(in: 1.08...1.12) + 0.08 * amount
            framing.center = source.frameCenter(zoom: framing.zoom, choice: 0)
        case .closeUp, .mirroredCloseUp, .shiftedLeft, .shiftedRight, .mirroredShifted:
            framing.zoom = random.next(in: 1.13...1.15) + 0.05 * amount
            framing.center = source.frameCenter(zoom: framing.zoom, choice: 2)
        case .fromLeft, .mirroredFromLeft, .fromRight, .mirroredFromRight:
            framing.yaw = side * (random.next(in: 5...7) + 5 * amount)
        case .fromBelow, .mirroredFromBelow, .fromAbove:
            framing.pitch = side * (random.next(in: 5...7) + 4 * amount)
        case .tiltedLeft, .tiltedRight:
            framing.roll = side * (random.next(in: 2...2.5) + amount)
        }
        return framing
    }

    /// The sign of a turn: −1 from the left, from below and to the left.
    private var side: Double {
        switch self {
        case .fromRight, .mirroredFromRight, .fromAbove, .tiltedRight: 1
        default: -1
        }
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
        if continuesBorders, zoom < 1 { words.append("more room") }
        if continuesBorders, abs(center.x - 0.5) > 0.05 {
            words.append((center.x > 0.5) != isMirrored ? "subject moved left" : "subject moved right")
        }
        if zoom > 1.1 {
            let hundredths = Int((zoom * 100).rounded())
            let fraction = hundredths % 100
            words.append("\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)× crop")
        }
        return words.joined(separator: ", ")
    }

    /// The framing changed so that a subject on a plain backdrop stays whole, where it can.
    ///
    /// A backdrop that keeps clear of the borders goes on beyond them: the frame may then be wider than the source, and
    /// the subject stand on either side (`shift` −1 or 1) of it.
    func keepingWhole(_ backdrop: Backdrop, amount: Double, isLead: Bool, shift: Double) -> Framing {
        var framing = self
        let isTurned = yaw != 0 || pitch != 0 || roll != 0
        if backdrop.isOpenEnded {
            if isTurned {
                framing.continuesBorders = true
                framing.zoom = min(1, backdrop.largestZoom)
                framing.center = SIMD2(0.5, 0.5)
            } else if zoom > 1 {
                framing.continuesBorders = true
                // A closer frame where it shows, else a wider one with the subject on one side.
                let isCloseEnough = backdrop.largestZoom >= (isLead ? zoom - 0.1 : 1.06)
                framing.zoom = isCloseEnough ? min(zoom, backdrop.largestZoom) : 1 / (isLead ? zoom.squareRoot() : 1.06)
                let moved = (isLead ? 0.1 : 0.04) + 0.06 * amount
                let wanted =
                    isCloseEnough ? center : backdrop.center - SIMD2(shift * moved, isLead ? 0.25 * moved : 0)
                framing.center = backdrop.center(nearest: wanted, zoom: framing.zoom)
            }
        } else if !isTurned, zoom > 1, backdrop.largestZoom > 1.06 || !isLead {
            framing.zoom = max(1, min(zoom, backdrop.largestZoom))
            framing.center = backdrop.center(nearest: center, zoom: framing.zoom)
        }
        return framing
    }
}
