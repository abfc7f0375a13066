import Foundation
import VariateStore

/// Moves the duplicates that a search found into one directory, never the pictures to keep, and records every move.
public struct DuplicateMoves: Sendable, Equatable {
    /// One file's way.
    public struct Move: Codable, Sendable, Equatable {
        /// Where it was, as an absolute path.
        public let from: String
        /// Its name in the directory.
        public let to: String
        /// The picture that was kept in its stead, as an absolute path.
        public let kept: String
    }

    /// What `dedupe.json` in the directory says: enough to undo every move.
    private struct Manifest: Codable {
        var moves: [Move]
    }

    /// A file that could not be moved.
    public struct Failure: Sendable, Equatable {
        /// The file, where it still is.
        public let path: String
        /// What happened.
        public let message: String
    }

    /// The manifest's name.
    public static let manifestName = "dedupe.json"
    /// The directory that duplicates go to.
    public let directory: String
    /// The moves, in the order of the groups.
    public let moves: [Move]

    /// Plans the moves; nothing is touched. Names that are taken get −2, −3 and so on before their extension.
    public init(_ search: DuplicateSearch, to directory: String) {
        self.directory = directory
        var taken = Set(DurableFile.names(in: directory))
        taken.insert(Self.manifestName)
        let kept = Set(search.groups.map { Self.absolute($0.keep.path) })
        var moved: Set<String> = []
        var moves: [Move] = []
        for group in search.groups {
            for duplicate in group.duplicates {
                let from = Self.absolute(duplicate.path)
                guard !kept.contains(from), moved.insert(from).inserted else { continue }
                let name = Self.freeName(for: (from as NSString).lastPathComponent, taken: taken)
                taken.insert(name)
                moves.append(Move(from: from, to: name, kept: Self.absolute(group.keep.path)))
            }
        }
        self.moves = moves
    }

    /// Moves the files, goes on past those that cannot be moved, and writes the manifest, to which earlier moves belong
    /// too. It is written before the first move as well, so that nothing moves without a record.
    /// - Returns: the files that are still where they were.
    public func perform() throws(StoreError) -> [Failure] {
        if moves.isEmpty { return [] }
        try DurableFile.createDirectory(directory)
        let manifest = "\(directory)/\(Self.manifestName)"
        let earlier = try Self.read(manifest)
        try Self.write(earlier + moves, to: manifest)
        var failures: [Failure] = []
        var done: [Move] = []
        for move in moves {
            do throws(StoreError) {
                try DurableFile.move(move.from, to: "\(directory)/\(move.to)")
                done.append(move)
            } catch {
                failures.append(Failure(path: move.from, message: error.description))
            }
        }
        if !failures.isEmpty { try Self.write(earlier + done, to: manifest) }
        return failures
    }

    private static func read(_ path: String) throws(StoreError) -> [Move] {
        guard let bytes = try DurableFile.read(path) else { return [] }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
            throw StoreError(
                operation: "read", path: path, code: EINVAL,
                reason: "it is no record of earlier moves; move it away or choose another directory")
        }
        return manifest.moves
    }

    private static func write(_ moves: [Move], to path: String) throws(StoreError) {
        guard let text = try? JSONText.document(Manifest(moves: moves)) else { return }
        try DurableFile.write(Array(text.utf8), to: path)
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }

    private static func freeName(for name: String, taken: Set<String>) -> String {
        if !taken.contains(name) { return name }
        let stem = (name as NSString).deletingPathExtension
        let type = (name as NSString).pathExtension
        var number = 2
        while true {
            let candidate = type.isEmpty ? "\(stem)-\(number)" : "\(stem)-\(number).\(type)"
            if !taken.contains(candidate) { return candidate }
            number += 1
        }
    }
}
