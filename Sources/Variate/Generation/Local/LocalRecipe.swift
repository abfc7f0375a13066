import VariateImaging

/// What is done for one slot: the effects in order, and the framing that goes before them.
struct LocalRecipe: Sendable, Equatable {
    /// Gives the axis its name; nil where the framing does.
    var lead: Effect?
    /// A gentle grade that goes along.
    var companion: Effect?
    /// How the source is framed anew.
    var framing: LocalFraming
}

/// The recipes of one axis: two lists of coprime lengths that are walked together, so that no pair comes twice before
/// every pair has come.
struct LocalRecipeBook: Sendable {
    /// Effects or framings that make the axis.
    enum Leads: Sendable {
        case effects([Effect])
        case framings([LocalFraming])
    }

    /// What gives the axis its name.
    var leads: Leads
    /// The framings that effects are combined with.
    var framings: [LocalFraming] = LocalRecipeBook.companionFramings
    /// The grades that framings are combined with.
    var grades: [Effect] = LocalRecipeBook.companionGrades

    /// Seven framings: coprime to every list of effects.
    static let companionFramings: [LocalFraming] = [
        .asIs, .mirroredCrop, .fromLeft, .crop, .mirrored, .fromRight, .mirroredCloseUp,
    ]

    /// Thirteen grades that leave the subject itself alone: coprime to every list of framings.
    static let companionGrades: [Effect] = [
        .warm, .cool, .tealAndOrange, .splitToned, .paletteTransfer, .goldenHour, .monochrome,
    ]

    /// The recipe of a slot and an attempt; `offset` comes from the seed.
    func recipe(slot: Int, attempt: Int, offset: Int) -> LocalRecipe {
        // A further attempt goes half way round the list of leads, and three framings on.
        switch leads {
        case .effects(let effects):
            let lead = Self.index(slot + offset + attempt * (effects.count / 2 + 1), effects.count)
            let framing = Self.index(slot + offset / effects.count + 3 * attempt, framings.count)
            return LocalRecipe(lead: effects[lead], companion: nil, framing: framings[framing])
        case .framings(let own):
            let framing = Self.index(slot + offset + attempt * (own.count / 2 + 1), own.count)
            let grade = Self.index(slot + offset / own.count + 3 * attempt, grades.count)
            return LocalRecipe(lead: nil, companion: grades[grade], framing: own[framing])
        }
    }

    /// The recipe of a slot and an attempt when one style is asked for by name.
    func recipe(style: Effect, slot: Int, attempt: Int, offset: Int) -> LocalRecipe {
        let framing = Self.index(slot + offset + 3 * attempt, framings.count)
        let grade = Self.index(slot + offset / framings.count + 5 * attempt, grades.count + 1)
        return LocalRecipe(
            lead: style, companion: grade == grades.count ? nil : grades[grade], framing: framings[framing])
    }

    private static func index(_ value: Int, _ count: Int) -> Int {
        value % count
    }
}

extension LocalRecipeBook {
    /// The recipes of an axis.
    static func book(for axis: VariationAxis) -> LocalRecipeBook {
        switch axis {
        case .lighting: LocalRecipeBook(leads: .effects([.goldenHour]))
        case .colorPalette:
            LocalRecipeBook(
                leads: .effects([
                    .warm, .cool, .tealAndOrange, .splitToned, .hueTurned, .duotone, .tritone, .monochrome,
                    .paletteTransfer,
                ]))
        case .composition:
            LocalRecipeBook(leads: .framings([.crop, .closeUp, .mirroredCrop, .mirroredCloseUp]))
        case .angle:
            LocalRecipeBook(
                leads: .framings([.fromLeft, .fromRight, .fromBelow, .tiltedLeft, .fromAbove, .tiltedRight]))
        case .mood: LocalRecipeBook(leads: .effects([.monochrome]))
        case .season: LocalRecipeBook(leads: .effects([.warm]))
        case .timeOfDay: LocalRecipeBook(leads: .effects([.goldenHour]))
        case .style: LocalRecipeBook(leads: .effects([.duotone]))
        }
    }
}
