import VariateImaging

/// What was done to a picture to make a copy of it that is not upright or not whole.
public enum PictureTransform: String, Sendable, CaseIterable, Codable {
    /// Left and right exchanged.
    case mirrored
    /// Top and bottom exchanged.
    case flipped
    /// Turned a quarter clockwise.
    case rotated90 = "rotated-90"
    /// Turned upside down.
    case rotated180 = "rotated-180"
    /// Turned a quarter counterclockwise.
    case rotated270 = "rotated-270"
    /// Mirrored about the diagonal from the upper left.
    case transposed
    /// Mirrored about the other diagonal.
    case transverse
    /// One is a part of the other.
    case cropped
    /// Flat bars were put around it, or taken away.
    case letterboxed

    init(_ transform: TransformedDifference.Transform) {
        switch transform {
        case .framed: self = .letterboxed
        case .turned(let symmetry):
            switch symmetry {
            case .mirrored: self = .mirrored
            case .flipped: self = .flipped
            case .rotated90: self = .rotated90
            case .rotated180: self = .rotated180
            case .rotated270: self = .rotated270
            case .transposed: self = .transposed
            case .transverse: self = .transverse
            }
        }
    }

    /// What the copy is of the picture that `subject` names, for use in sentences: "the mirror image of the original".
    func phrase(of subject: String) -> String {
        switch self {
        case .mirrored: "the mirror image of \(subject)"
        case .flipped: "\(subject) mirrored upside down"
        case .rotated90: "\(subject) turned a quarter clockwise"
        case .rotated180: "\(subject) turned upside down"
        case .rotated270: "\(subject) turned a quarter counterclockwise"
        case .transposed, .transverse: "\(subject) mirrored about a diagonal"
        case .cropped: "a part of \(subject)"
        case .letterboxed: "\(subject) with other bars around it"
        }
    }
}
