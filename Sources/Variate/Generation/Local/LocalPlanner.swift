import VariateImaging

/// Turns what one request asks for into stages: a recipe from the axis's book, its numbers from the seed.
struct LocalPlanner: Sendable {
    let source: Image
    let mayMirror: Bool
    let axis: VariationAxis
    let style: Effect?
    let strength: Double
    let slot: Int
    let attempt: Int
    let seed: UInt64

    /// The stages: framing first, then the companion, then the effect that leads.
    func plan() -> LocalPlan {
        let axisWord = UInt64(VariationAxis.allCases.firstIndex(of: axis) ?? 0)
        var forRun = SplitMix64(mixing: [seed, axisWord])
        let drawn = forRun.next(below: 1 << 16)
        // The first seed takes the books in their own order, which begins with what shows the range best.
        let offset = seed == 0 ? 0 : drawn
        let runPhase = forRun.nextUnit()
        let backdrop = source.backdrop()
        var recipe =
            style.map { LocalRecipeBook.recipe(style: $0, slot: slot, attempt: attempt, offset: offset) }
            ?? LocalRecipeBook.book(for: axis).recipe(slot: slot, attempt: attempt, offset: offset)

        if backdrop != nil { recipe = recipe.withoutSurroundings() }

        var random = SplitMix64(mixing: [seed, axisWord, UInt64(slot), UInt64(attempt)])
        let amount = max(0, min(1, strength + Self.attemptGain * Double(attempt)))
        // Steps of the golden ratio keep any number of draws apart from each other.
        let goldenRatio = 0.618_033_988_749_895
        let phase = (runPhase + goldenRatio * Double(slot + Self.attemptPhase * attempt))
            .truncatingRemainder(dividingBy: 1)

        var stages: [LocalPlan.Stage] = []
        var framingWords = ""
        // A grade shows little on a picture that is mostly black: it is framed anew as well.
        let wantsFraming = recipe.framing == .asIs && source.meanLuma < Self.darkLuma
        if let framing = (wantsFraming ? .crop : recipe.framing).stage(
            for: source, amount: style == nil ? amount : amount / 2, leads: recipe.leads.isEmpty || style != nil,
            mayMirror: mayMirror && !source.seemsToHoldWriting, backdrop: backdrop, random: &random)
        {
            stages.append(framing.stage)
            framingWords = framing.summary
        }
        // Effects that share the lead each do a little less than one alone.
        let leadShare = recipe.leads.count > 1 ? Self.sharedLead : 1
        let grades =
            (recipe.companion.map { [($0, recipe.companionShare)] } ?? []) + recipe.leads.map { ($0, leadShare) }
        for (effect, share) in grades {
            let start = SplitMix64(seed: random.next())
            let effectAmount = amount * share
            stages.append(
                LocalPlan.Stage { image in
                    var random = start
                    return effect.applied(to: image, amount: effectAmount, phase: phase, random: &random)
                })
        }
        if !stages.isEmpty { stages.append(Self.despeckling(source)) }
        let isPrint = recipe.leads.contains { $0.hasPaper }
        if let backdrop, !backdrop.isTransparent, !grades.isEmpty, !isPrint {
            let source = source
            let framed = stages.first.flatMap { framingWords.isEmpty ? nil : $0 }
            stages.append(LocalPlan.Stage { $0.keepingBackdrop(of: framed?.apply(source) ?? source) })
        }
        let words = recipe.leads.map(\.rawValue) + [framingWords] + (recipe.companion.map { [$0.rawValue] } ?? [])
        return LocalPlan(stages: stages, summary: words.filter { !$0.isEmpty }.joined(separator: ", "))
    }

    /// Contrast and line work can turn fine texture into speckles: those beyond the source's own are calmed.
    private static func despeckling(_ source: Image) -> LocalPlan.Stage {
        LocalPlan.Stage { image in
            let tolerated = 0.006
            let share = image.speckleShare()
            guard share > tolerated, share > source.speckleShare() + tolerated else { return image }
            return image.despeckled()
        }
    }

    /// How much farther each further attempt goes.
    private static let attemptGain = 0.12
    /// How far apart the attempts at one slot are in the sequence of phases.
    private static let attemptPhase = 29
    /// Mean luma below which a picture is mostly black.
    private static let darkLuma = 32.0
    /// How strong each of several leads is.
    private static let sharedLead = 0.7
}
