import VariateImaging

/// What is done for one slot: the framing first, then a gentle grade, then the effects that lead.
struct LocalRecipe: Sendable, Equatable {
    /// Effects that give the variation its name, in order; none where the framing does.
    var leads: [Effect]
    /// A gentle grade that goes along.
    var companion: Effect?
    /// How strong the companion is beside the lead, 0...1.
    var companionShare = 0.0
    /// How the source is framed anew.
    var framing: LocalFraming

    /// The recipe for a cut-out subject, on which the shadows of leaves and window bars look like dirt: another light
    /// leads in their place.
    func withoutSurroundings() -> LocalRecipe {
        var result = self
        for (index, lead) in leads.enumerated() {
            let others: [Effect]
            switch lead {
            case .dappled: others = [.goldenHour, .sideLight]
            case .windowLight: others = [.cool, .sideLight]
            default: continue
            }
            result.leads[index] = others.first { !leads.contains($0) && $0 != companion } ?? .filmic
        }
        return result
    }
}

extension Effect {
    /// Whether the effect lays ink or paint on paper of a colour of its own, which a plain backdrop takes on.
    var hasPaper: Bool {
        switch self {
        case .duotone, .tritone, .screenPrint, .halftone, .engraving, .pencilSketch, .colorPencil, .watercolor: true
        default: false
        }
    }
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

    /// The framings that go along with effects, gently: few mirrors, since they show most.
    static let companionFramings: [LocalFraming] = [
        .asIs, .crop, .fromLeft, .mirrored, .closeUp, .fromRight, .mirroredCrop,
    ]

    /// The framings that go along with a style asked for by name: many, since a drawing hardly shows its grade.
    static let styleFramings: [LocalFraming] = [
        .asIs, .mirroredCrop, .fromLeft, .closeUp, .mirrored, .fromBelow, .mirroredFromRight, .crop, .tiltedLeft,
        .mirroredCloseUp, .fromRight, .mirroredFromBelow, .fromAbove, .mirroredFromLeft, .tiltedRight,
    ]

    /// The grades that go along with framings: they leave the subject itself alone.
    static let companionGrades: [Effect] = [
        .warm, .cool, .filmic, .tealAndOrange, .paletteTransfer, .goldenHour, .fadedFilm,
    ]

    /// The recipe of a slot and an attempt; `offset` comes from the seed.
    ///
    /// A further attempt goes half way round the list of leads, and three companions on. When a lead comes again, a
    /// stronger grade goes along, so that the second one does not look like the first.
    func recipe(slot: Int, attempt: Int, offset: Int) -> LocalRecipe {
        let count = leadCount
        let lead = (slot + offset + attempt * (count / 2 + 1)) % count
        let companion = slot + offset / count + 3 * attempt
        let isFirstRound = slot < count
        switch self {
        case .effects(let effects):
            let framings = Self.companionFramings
            return LocalRecipe(
                leads: effects[lead], companion: isFirstRound ? nil : Self.grade(companion, beside: effects[lead]),
                companionShare: isFirstRound ? 0 : Self.fullShare, framing: framings[companion % framings.count])
        case .framings(let framings):
            return LocalRecipe(
                leads: [], companion: Self.grade(companion, beside: []),
                companionShare: isFirstRound ? Self.gentleShare : Self.fullShare,
                framing: framings[lead])
        }
    }

    /// The grade of an index, or the next one where that is what leads already.
    private static func grade(_ index: Int, beside leads: [Effect]) -> Effect {
        let own = companionGrades[index % companionGrades.count]
        return leads.contains(own) ? companionGrades[(index + 1) % companionGrades.count] : own
    }

    /// A grade that barely shows, beside a framing.
    private static let gentleShare = 0.3
    /// A grade that shows.
    private static let fullShare = 0.55

    /// The recipe of a slot and an attempt when one style is asked for by name: framings and grades go along.
    static func recipe(style: Effect, slot: Int, attempt: Int, offset: Int) -> LocalRecipe {
        let framing = (slot + offset + 7 * attempt) % styleFramings.count
        let index = slot + offset / styleFramings.count + 5 * attempt
        // No grade for the first of each walk through the grades.
        let companion = index % (companionGrades.count + 1) == 0 ? nil : grade(index, beside: [style])
        return LocalRecipe(
            leads: [style], companion: companion, companionShare: slot < styleFramings.count ? gentleShare : fullShare,
            framing: styleFramings[framing])
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
                [.windowLight], [.highKey], [.backlight], [.lowKey], [.dappled], [.filmic], [.sideLight], [.spotlight],
                [.noon],
            ])
        case .angle:
            .framings([
                .fromLeft, .fromBelow, .mirroredFromRight, .tiltedLeft, .fromRight, .fromAbove, .tiltedRight,
                .mirroredFromLeft, .mirroredFromBelow,
            ])
        case .colorPalette:
            .effects([
                [.monochrome], [.tealAndOrange], [.hueTurned], [.warm], [.duotone], [.paletteTransfer], [.cool],
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
                [.spring, .dawnMist], [.autumn, .backlight],
            ])
        case .timeOfDay:
            .effects([
                [.goldenHour], [.blueHour], [.noon], [.sunset], [.night], [.dawnMist], [.overcast],
                [.goldenHour, .dappled],
                [.night, .spotlight],
            ])
        case .style:
            .effects([
                [.filmGrain], [.pencilSketch], [.watercolor], [.oilPaint], [.cartoon], [.duotone], [.colorPencil],
                [.screenPrint], [.pointillism], [.poster], [.halftone], [.tritone], [.monochrome],
            ])
        }
    }
}
