import Foundation

/// Where configuration files, caches and answers belong.
struct ConfigurationLocations: Sendable, Equatable {
    /// Absolute paths in which `.variate.json` is looked for, nearest first.
    let projectCandidates: [String]
    /// The user's own file, or nil when there is no home.
    let userFile: String?
    /// Where answers are kept unless told otherwise, or nil when there is no home.
    let cacheDirectory: String?

    /// Derives the places from the environment.
    ///
    /// A project's file is looked for in the current directory and its parents, as far as the directory that holds
    /// `.git`; without one, as far as the home directory; elsewhere in the current directory alone, so that nobody
    /// configures others from `/tmp`.
    init(environment: [String: String], currentDirectory: String, exists: (String) -> Bool) {
        let home = Self.absolute(environment["HOME"])
        projectCandidates = Self.searchPath(from: currentDirectory, home: home, exists: exists)
            .map { Self.join($0, ".variate.json") }
        userFile = (Self.absolute(environment["XDG_CONFIG_HOME"]) ?? home.map { Self.join($0, ".config") })
            .map { Self.join($0, "variate/config.json") }
        cacheDirectory = (Self.absolute(environment["XDG_CACHE_HOME"]) ?? home.map { Self.join($0, ".cache") })
            .map { Self.join($0, "variate") }
    }

    private static func searchPath(from start: String, home: String?, exists: (String) -> Bool) -> [String] {
        var ancestors = [start]
        while let last = ancestors.last, last != "/", !last.isEmpty {
            let parent = (last as NSString).deletingLastPathComponent
            if parent == last { break }
            ancestors.append(parent)
        }
        if let root = ancestors.firstIndex(where: { exists(join($0, ".git")) }) { return Array(ancestors[...root]) }
        if let home, let top = ancestors.firstIndex(of: home) { return Array(ancestors[...top]) }
        return [start]
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
