import Foundation

extension ConfigurationFile {
    /// The files that exist, strongest first: the nearest project's, then the user's.
    static func load(
        _ locations: ConfigurationLocations, options: [OptionSpecification]
    ) throws(UsageError) -> [ConfigurationFile] {
        var files: [ConfigurationFile] = []
        for path in locations.projectCandidates {
            if let data = try read(path) {
                files.append(
                    try ConfigurationFile(
                        data, path: path, isProject: true, options: options,
                        currentDirectory: locations.currentDirectory))
                break
            }
        }
        if let path = locations.userFile, let data = try read(path) {
            files.append(try ConfigurationFile(data, path: path, isProject: false, options: options))
        }
        return files
    }

    /// The bytes of a regular file of sensible size, or nil when there is none.
    private static func read(_ path: String) throws(UsageError) -> Data? {
        let manager = FileManager.default
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? manager.attributesOfItem(atPath: resolved) else { return nil }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw .unreadableConfiguration(path: path, reason: "not a regular file")
        }
        guard let size = attributes[.size] as? Int, size <= maximumBytes else {
            throw .unreadableConfiguration(path: path, reason: "larger than \(maximumBytes >> 20) MiB")
        }
        guard let data = manager.contents(atPath: resolved) else {
            throw .unreadableConfiguration(path: path, reason: "cannot be read")
        }
        return data
    }
}
