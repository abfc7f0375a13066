import Foundation

/// Where configuration files, caches and answers belong.
struct ConfigurationLocations: Sendable, Equatable {
    /// Where the tool was started.
    let currentDirectory: String
    /// Absolute paths in which `.variate.json` is looked for, nearest first.
    let projectCandidates: [String]
    /// Files that would be read if all were the user's own, each a line for the user.
    let warnings: [String]
    /// The user's own file, or nil when there is no home.
    let userFile: String?
    /// Where answers are kept unless told otherwise, or nil when there is no home.
    let cacheDirectory: String?

    /// Derives the places from the environment.
    ///
    /// A project's file is looked for in the current directory and its parents, as far as the directory that holds
    /// `.git`; without one, as far as the home directory; elsewhere in the current directory alone. Files and `.git` of
    /// other users do not count, so that nobody configures others from `/tmp`.
    init(
        environment: [String: String], currentDirectory: String,
        presence: (String) -> FilePresence = FilePresence.init(of:)
    ) {
        self.currentDirectory = currentDirectory
        let home = Self.absolute(environment["HOME"])
        let ancestors = Self.ancestors(of: currentDirectory)
        func file(in directory: String) -> FilePresence { presence(Self.join(directory, Self.projectFile)) }
        let searched = Self.searchPath(ancestors, home: home) { presence(Self.join($0, ".git")) == .own }
        projectCandidates = searched.filter { file(in: $0) != .foreign }.map { Self.join($0, Self.projectFile) }
        var warnings = searched.filter { file(in: $0) == .foreign }
            .map { "\(Self.join($0, Self.projectFile)): ignored; it belongs to another user" }
        if let root = ancestors.firstIndex(where: { presence(Self.join($0, ".git")) == .foreign }) {
            let missed = ancestors[...root].filter { !searched.contains($0) && file(in: $0) != .absent }
            let repository = Self.join(ancestors[root], ".git")
            warnings += missed.map {
                "\(Self.join($0, Self.projectFile)): ignored; \(repository) belongs to another user"
            }
        }
        self.warnings = warnings
        userFile = (Self.absolute(environment["XDG_CONFIG_HOME"]) ?? home.map { Self.join($0, ".config") })
            .map { Self.join($0, "variate/config.json") }
        cacheDirectory = (Self.absolute(environment["XDG_CACHE_HOME"]) ?? home.map { Self.join($0, ".cache") })
            .map { Self.join($0, "variate") }
    }

    private static let projectFile = ".variate.json"

    /// A directory and those that hold it, nearest first.
    private static func ancestors(of start: String) -> [String] {
        var ancestors = [start]
        while let last = ancestors.last, last != "/", !last.isEmpty {
            let parent = (last as NSString).deletingLastPathComponent
            if parent == last { break }
            ancestors.append(parent)
        }
        return ancestors
    }

    private static func searchPath(
        _ ancestors: [String], home: String?, isRoot: (String) -> Bool
    ) -> [String] {
        if let root = ancestors.firstIndex(where: isRoot) { return Array(ancestors[...root]) }
        if let home, let top = ancestors.firstIndex(of: home) { return Array(ancestors[...top]) }
        return Array(ancestors.prefix(1))
    }

    /// Relative paths in these variables are ignored, as the XDG base directory specification asks.
    private static func absolute(_ path: String?) -> String? {
        guard let path, path.hasPrefix("/") else { return nil }
        return path
    }

    private static func join(_ directory: String, _ name: String) -> String {
        directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
    }
}
