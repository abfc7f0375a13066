import Foundation

/// Whether a file is there, and whose it is.
enum FilePresence: Sendable, Equatable {
    case absent
    /// It belongs to the user whose rights the tool has.
    case own
    /// It belongs to somebody else, who must not configure the tool.
    case foreign

    /// Looks at a path. Of a symbolic link, both the link and what it leads to must be the user's.
    init(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            self = .absent
            return
        }
        let linkOwner = status.st_uid
        guard stat(path, &status) == 0 else {
            self = .absent
            return
        }
        self = linkOwner == geteuid() && status.st_uid == geteuid() ? .own : .foreign
    }
}
