import VariateImaging

/// What is done for one slot: the framing first, then a gentle grade, then the effects that lead.
struct LocalRecipe: Sendable, Equatable {
    /// Effects that give the variation its name, in order; none where the framing does.
    var leads: [Effect]
    /// A gentle grade that goes along.
    var companion: Effect?
    /// How the source is framed anew.
    var framing: LocalFraming
}

/// The recipes of one axis: two lists of coprime lengths that are walked together, so that no pair comes twice before
/// every pair has come.
///
/// No length shares a factor with 8 either: a run that takes the eight axes in turn still walks through the whole list.
enum LocalRecipeBook: Sendable, Equatable {
    /// Effects lead, framings go along.
    case effects([[Effect]])
    /// Framings lead, grades go along.
    case framings([LocalFraming])

    /// The framings that go along with effects.
    static let companionFramings: [LocalFraming] = [
        .asIs, .mirroredCrop, .fromLeft, .crop, .mirrored, .fromRight, .mirroredCloseUp,
    ]

    /// The grades that go along with framings: they leave the subject itself alone.
    static let companionGrades: [Effect] = [
        .warm, .cool, .tealAndOrange, .filmic, .paletteTransfer, .goldenHour, .fadedFilm,
    ]

    /// The recipe of a slot and an attempt; `offset` comes from the seed.
    ///
    /// A further attempt goes half way round the list of leads, and three companions on.
    func recipe(slot: Int, attempt: Int, offset: Int) -> LocalRecipe {
        let count = leadCount
        let lead = (slot + offset + attempt * (count / 2 + 1)) % count
        let companion = slot + offset / count + 3 * attempt
        switch self {
        case .effects(let effects):
            let framings = Self.companionFramings
            return LocalRecipe(
                leads: effects[lead], companion: nil, framing: framings[companion % framings.count])
        case .framings(let framings):
            let grades = Self.companionGrades
            return LocalRecipe(leads: [], companion: grades[companion % grades.count], framing: framings[lead])
        }
    }

    /// The recipe of a slot and an attempt when one style is asked for by name: framings and grades go along.
    static func recipe(style: Effect, slot: Int, attempt: Int, offset: Int) -> LocalRecipe {
        let framings = companionFramings
        // One more than there are grades, for none, makes the lengths coprime.
        let grades: [Effect?] = companionGrades + [nil]
        let framing = (slot + offset + 3 * attempt) % framings.count
        let grade = (slot + offset / framings.count + 5 * attempt) % grades.count
        return LocalRecipe(leads: [style], companion: grades[grade], framing: framings[framing])
    }

    /// Number of leads.
    var leadCount: Int {
        switch self {
        case .effects(let effects): effects.count
        case .framings(let framings): framings.count
        }
    }

    /// The recipes of an axis.
    static func book(for axis: VariationAxis) -> LocalRecipeBook {
        switch axis {
        case .lighting:
            .effects([
                [.sideLight], [.highKey], [.windowLight], [.lowKey], [.goldenHour], [.dappled], [.filmic], [.backlight],
                [.spotlight], [.noon], [.sunset],
            ])
        case .angle:
            .framings([
                .fromLeft, .fromBelow, .mirroredFromRight, .tiltedLeft, .fromRight, .fromAbove, .tiltedRight,
                .mirroredFromLeft, .mirroredFromBelow,
            ])
        case .colorPalette:
            .effects([
                [.tealAndOrange], [.monochrome], [.hueTurned], [.warm], [.duotone], [.paletteTransfer], [.cool],
                [.pastel],
                [.tritone], [.crossProcessed], [.splitToned],
            ])
        case .composition:
            .framings([
                .crop, .recomposed, .mirroredCloseUp, .shiftedLeft, .mirroredCrop, .closeUp, .shiftedRight,
                .mirroredRecomposed, .mirroredShifted,
            ])
        case .mood:
            .effects([
                [.cinematic], [.dreamy], [.noir], [.cheerful], [.haze], [.dramatic], [.fadedFilm], [.mysterious],
                [.melancholic],
            ])
        case .season:
            .effects([
                [.autumn], [.winter], [.spring], [.summer], [.autumn, .haze], [.winter, .blueHour],
                [.summer, .goldenHour],
                [.spring, .dawnMist], [.autumn, .sunset],
            ])
        case .timeOfDay:
            .effects([
                [.goldenHour], [.blueHour], [.noon], [.sunset], [.night], [.dawnMist], [.overcast],
                [.goldenHour, .dappled],
                [.sunset, .backlight],
            ])
        case .style:
            .effects([
                [.oilPaint], [.pencilSketch], [.watercolor], [.filmGrain], [.cartoon], [.duotone], [.colorPencil],
                [.screenPrint], [.pointillism], [.poster], [.halftone], [.tritone], [.monochrome],
            ])
        }
    }
}
