/// Why a folder is no corpus.
public enum GateCorpusError: Error, Sendable, Equatable {
    /// There is no list of cases, or it cannot be read.
    case unreadable(path: String, reason: String)
    /// A line is no case.
    case malformed(path: String, line: Int, reason: String)
    /// No case is left to judge.
    case empty(path: String)

    /// The file that it is about.
    public var path: String {
        switch self {
        case .unreadable(let path, _), .malformed(let path, _, _), .empty(let path): path
        }
    }

    /// What happened, in one phrase.
    public var message: String {
        switch self {
        case .unreadable(_, let reason): "cannot be read: \(reason)"
        case .malformed(_, let line, let reason): "line \(line) is no case: \(reason)"
        case .empty: "has no case to judge"
        }
    }

    /// What to do about it.
    public var advice: String {
        switch self {
        case .unreadable, .empty: "make a corpus with scripts/gate-corpus"
        case .malformed: "each line is an object with label, type, source and candidate"
        }
    }
}
