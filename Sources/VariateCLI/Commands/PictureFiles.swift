import Foundation

/// Finds the picture files (png, jpg, jpeg, webp) that paths stand for.
struct PictureFiles {
    /// Whether the subdirectories of directories are read too.
    let recursive: Bool
    /// A directory that is passed over when it is met in another one.
    let excluded: String?

    private static let types = ["png", "jpg", "jpeg", "webp"]

    /// Directories by their pictures, sorted by name, and files as they are; each once.
    func expanded(_ paths: [String]) throws(CommandFailure) -> [String] {
        var seen: Set<String> = []
        var found: [String] = []
        for path in paths {
            for file in try expanded(path) where seen.insert(file).inserted { found.append(file) }
        }
        return found
    }

    private func expanded(_ path: String) throws(CommandFailure) -> [String] {
        guard isDirectory(path) else { return [path] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw CommandFailure(
                subject: path, message: "the directory cannot be read", advice: "check its permissions")
        }
        var files: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            if recursive, isDirectory(file) {
                // Links to directories are passed over: they may lead back.
                let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: file)) != nil
                if !isLink, !isExcluded(file) { files += try expanded(file) }
            } else if Self.types.contains((name as NSString).pathExtension.lowercased()) {
                files.append(file)
            }
        }
        return files
    }

    private func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    private func isExcluded(_ path: String) -> Bool {
        guard let excluded else { return false }
        return URL(fileURLWithPath: path).standardizedFileURL.path
            == URL(fileURLWithPath: excluded).standardizedFileURL.path
    }
}
