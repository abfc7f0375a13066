import Foundation
import Variate
import VariateCodecs

/// `variate dedupe IMAGE|DIR…`: groups of near-duplicates. Nothing is deleted.
struct DedupeCommand: Command {
    private let context: CommandContext
    private let loader: ImageLoader
    /// Most pictures that are searched at once. Each is remembered with about 300 kB, so that these are 1.5 GB.
    private static let mostPictures = 5000

    init(_ context: CommandContext) {
        self.context = context
        loader = ImageLoader(context)
    }

    func run() throws -> ExitCode {
        var pictures: [(path: String, features: ImageFeatures)] = []
        let paths = try context.operands.flatMap(Self.expand).uniqued()
        guard paths.count <= Self.mostPictures else {
            throw CommandFailure(
                subject: "dedupe",
                message: "\(paths.count) images are more than the \(Self.mostPictures) that fit in memory",
                advice: "search fewer at a time, for example one directory after the other")
        }
        let code = try FileWork(console: context.console).forEach(paths) { path in
            pictures.append((path, ImageFeatures(of: try loader.load(path).image)))
        }
        let search = group(pictures)
        if context.settings.isSet(Options.json) {
            try context.console.write(JSONText.document(search))
        } else {
            for group in search.groups { try print(group) }
            context.console.notice(
                "variate: \(search.images) images, \(search.groups.count) groups of near-duplicates")
        }
        return code
    }

    private func group(_ pictures: [(path: String, features: ImageFeatures)]) -> DuplicateSearch {
        let pairs = pictures.count * (pictures.count - 1) / 2
        let progress = ProgressDisplay(ProgressState(unit: "comparisons", total: pairs), console: context.console)
        defer { progress.finish() }
        return DuplicateSearch(pictures) { compared in progress.update { $0.completed = compared } }
    }

    private func print(_ group: DuplicateSearch.Group) throws {
        let rows =
            [Self.row("keep", group.keep)]
            + group.duplicates.map { Self.row("repeats", $0) + ["difference \($0.difference.text(decimals: 3))"] }
        for line in TextLayout.table(rows) { try context.console.print(line) }
    }

    private static func row(_ word: String, _ member: DuplicateSearch.Member) -> [String] {
        [word, member.path.escapingControlCharacters, "\(member.width)x\(member.height)"]
    }

    /// A directory's pictures by name (png, jpg, jpeg, webp), sorted; anything else as it is.
    private static func expand(_ path: String) throws -> [String] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
            return [path]
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw CommandFailure(
                subject: path, message: "the directory cannot be read", advice: "check its permissions")
        }
        let pictures = names.filter { name in
            !name.hasPrefix(".")
                && ["png", "jpg", "jpeg", "webp"].contains((name as NSString).pathExtension.lowercased())
        }
        return pictures.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
}

extension Sequence where Element: Hashable {
    /// The elements in their order, each once.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
