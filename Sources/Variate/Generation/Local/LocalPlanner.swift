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
        let offset = forRun.next(below: 1 << 16)
        let runPhase = forRun.nextUnit()
        let book = LocalRecipeBook.book(for: style == nil ? axis : .style)
        let recipe =
            style.map { book.recipe(style: $0, slot: slot, attempt: attempt, offset: offset) }
            ?? book.recipe(slot: slot, attempt: attempt, offset: offset)

        var random = SplitMix64(mixing: [seed, axisWord, UInt64(slot), UInt64(attempt)])
        let amount = max(0, min(1, strength + Self.attemptGain * Double(attempt)))
        // Steps of the golden ratio keep any number of draws apart from each other.
        let goldenRatio = 0.618_033_988_749_895
        let phase = (runPhase + goldenRatio * Double(slot + Self.attemptPhase * attempt))
            .truncatingRemainder(dividingBy: 1)

        var stages: [LocalPlan.Stage] = []
        var words: [String] = []
        let framing = recipe.framing.framing(
            subject: source.salientCenter(), amount: recipe.lead == nil ? amount : amount / 2,
            mayMirror: mayMirror, random: &random)
        if !framing.isIdentity {
            stages.append(LocalPlan.Stage { $0.reframed(framing) })
        }
        for (effect, share) in [(recipe.companion, Self.companionShare), (recipe.lead, 1.0)] {
            guard let effect else { continue }
            let start = SplitMix64(seed: random.next())
            let effectAmount = amount * share
            stages.append(
                LocalPlan.Stage { image in
                    var random = start
                    return effect.applied(to: image, amount: effectAmount, phase: phase, random: &random)
                })
            words.insert(effect.rawValue, at: 0)
        }
        if recipe.lead == nil { words.insert(framing.summary, at: 0) } else { words.append(framing.summary) }
        return LocalPlan(stages: stages, summary: words.filter { !$0.isEmpty }.joined(separator: ", "))
    }

    /// How much farther each further attempt goes.
    private static let attemptGain = 0.12
    /// How far apart the attempts at one slot are in the sequence of phases.
    private static let attemptPhase = 29
    /// How strong a companion is beside the lead.
    private static let companionShare = 0.35
}
