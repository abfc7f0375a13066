import Foundation

/// The directory of a project, which its configuration file may not lead out of.
struct ProjectDirectory: Sendable, Equatable {
    private let path: String

    /// The directory of a project's file.
    init(ofFile file: String) {
        path = (file as NSString).deletingLastPathComponent
    }

    /// Whether a path stays in the project: it has no `..`, and with every symbolic link followed, as far as it exists, it
    /// is the project's directory or lies below it.
    /// - Parameter currentDirectory: what relative paths start from.
    func contains(_ text: String, from currentDirectory: String) -> Bool {
        if text.split(separator: "/").contains("..") { return false }
        let start = text.hasPrefix("/") ? text : "\(currentDirectory)/\(text)"
        guard let target = Self.resolved(start), let project = Self.resolved(path) else { return false }
        return target == project || target.hasPrefix(project.hasSuffix("/") ? project : project + "/")
    }

    /// The path without links, as far as it exists; nil where a link leads nowhere.
    private static func resolved(_ path: String) -> String? {
        var existing = URL(fileURLWithPath: path).standardizedFileURL.path
        var missing: [String] = []
        var status = stat()
        while lstat(existing, &status) != 0, existing != "/" {
            missing.insert((existing as NSString).lastPathComponent, at: 0)
            existing = (existing as NSString).deletingLastPathComponent
        }
        guard stat(existing, &status) == 0 else { return nil }
        let real = URL(fileURLWithPath: existing).resolvingSymlinksInPath().path
        return missing.reduce(real) { ($0 as NSString).appendingPathComponent($1) }
    }
}
