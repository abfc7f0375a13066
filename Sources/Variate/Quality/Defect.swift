/// The named ways in which a picture can be weak.
enum Defect: String, CaseIterable, Sendable {
    case blurred
    case blank
    case blocky
    case noisy
    case overexposed
    case underexposed
    case washedOut = "washed_out"
    case posterised
    case lostChannel = "lost_channel"
    case hardSeams = "hard_seams"
    case flatBar = "flat_bar"
    case checkerboard
    case tiled

    /// Whether it spoils the picture's looks or its wholeness.
    var spoilsIntegrity: Bool {
        switch self {
        case .hardSeams, .flatBar, .checkerboard, .tiled: true
        case .blurred, .blank, .blocky, .noisy, .overexposed, .underexposed, .washedOut, .posterised, .lostChannel:
            false
        }
    }

    /// One sentence for the user where the defect has gone too far.
    var advice: String {
        switch self {
        case .blurred: "It is blurred: the source's fine detail is gone; ask for a sharp picture."
        case .blank: "It is blank or nearly so: nothing can be made out; ask again."
        case .blocky: "It is blocky: it was compressed too hard or enlarged from a small picture; ask for a larger one."
        case .noisy: "It is noisy: grain or specks cover it; ask for a clean picture or use less strength."
        case .overexposed: "It is overexposed: bright areas have lost their detail; ask for softer light."
        case .underexposed: "It is underexposed: even its brightest parts are dark; ask for more light."
        case .washedOut: "It is washed out: its contrast has collapsed; ask for deeper tones."
        case .posterised: "It is posterised: only a few tones are left of each colour; ask for smooth gradations."
        case .lostChannel: "It has lost one of its colour channels; ask again."
        case .hardSeams:
            "It has hard seams: straight cuts run through it, as of shifted bands or pasted blocks; ask again."
        case .flatBar:
            "It has a flat bar, or a part is missing: the picture does not reach its edges; ask for a full frame."
        case .checkerboard: "It has a transparency checkerboard painted into it; ask for a plain background."
        case .tiled: "It is tiled: the same picture is repeated side by side; ask for a single scene."
        }
    }

    /// One sentence for the user where it has not.
    var absence: String {
        switch self {
        case .blurred: "Sharp enough."
        case .blank: "There is something to see."
        case .blocky: "No blocks or stairs."
        case .noisy: "Clean enough."
        case .overexposed: "Its bright areas keep their detail."
        case .underexposed: "Bright enough."
        case .washedOut: "Enough contrast."
        case .posterised: "Smooth gradations."
        case .lostChannel: "All colour channels are there."
        case .hardSeams: "No cuts run through it."
        case .flatBar: "It fills its frame."
        case .checkerboard: "No painted transparency."
        case .tiled: "A single scene."
        }
    }
}
