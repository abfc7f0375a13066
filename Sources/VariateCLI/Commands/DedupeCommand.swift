import Foundation
import Variate
import VariateCodecs
import VariateStore

/// `variate dedupe IMAGE|DIR…`: groups of near-duplicates. Nothing is deleted; duplicates are moved when asked.
struct DedupeCommand: Command {
    private let context: CommandContext
    private let loader: ImageLoader
    private let files: PictureFiles
    /// Most pictures that are searched at once. Each is remembered with about 270 kB, so that these are 2.2 GB.
    private static let mostPictures = 8000

    init(_ context: CommandContext) throws {
        self.context = context
        loader = ImageLoader(context)
        files = PictureFiles(
            recursive: context.settings.isSet(Options.recursive), excluded: context.settings[Options.moveTo])
        if context.settings.isSet(Options.dryRun), context.settings[Options.moveTo] == nil {
            throw CommandFailure(
                subject: Options.dryRun.specification.flag, message: "there is nothing to try without --move-to",
                advice: "dedupe alone only reports")
        }
    }

    func run() throws -> ExitCode {
        var pictures: [(path: String, features: ImageFeatures)] = []
        let paths = try files.expanded(context.operands)
        guard paths.count <= Self.mostPictures else {
            throw CommandFailure(
                subject: "dedupe",
                message: "\(paths.count) images are more than the \(Self.mostPictures) that fit in memory",
                advice: "search fewer at a time, for example one directory after the other")
        }
        var code = try FileWork(console: context.console).forEach(paths) { path in
            pictures.append((path, ImageFeatures(forDuplicates: try loader.load(path).image)))
        }
        let search = group(pictures)
        if context.settings.isSet(Options.json) {
            try context.console.write(JSONText.document(search))
        } else {
            for group in search.groups { try print(group) }
            context.console.notice(
                "variate: \(search.images) images, \(search.groups.count) groups of near-duplicates")
        }
        // The page shows the pictures where they were found, so it comes before they are moved.
        if let page = context.settings[Options.page] { try write(DuplicatePage(search), to: page) }
        if let directory = context.settings[Options.moveTo], try !move(search, to: directory) { code = .internalError }
        return code
    }

    private func group(_ pictures: [(path: String, features: ImageFeatures)]) -> DuplicateSearch {
        let pairs = pictures.count * (pictures.count - 1) / 2
        let progress = ProgressDisplay(ProgressState(unit: "comparisons", total: pairs), console: context.console)
        defer { progress.finish() }
        let allowsMirror = context.settings[Options.allowMirror] ?? false
        return DuplicateSearch(pictures, allowed: allowsMirror ? [.mirrored] : []) { compared in
            progress.update { $0.completed = compared }
        }
    }

    private func write(_ page: DuplicatePage, to path: String) throws {
        let html = page.render { try? loader.load($0).image }
        do throws(StoreError) {
            try DurableFile.write(Array(html.utf8), to: path)
        } catch {
            throw CommandFailure(
                subject: path, message: error.description, advice: "choose another file with --html",
                exitCode: .internalError)
        }
    }

    /// Moves the duplicates, or says what would be moved.
    /// - Returns: whether none failed.
    private func move(_ search: DuplicateSearch, to directory: String) throws -> Bool {
        let moves = DuplicateMoves(search, to: directory)
        if context.settings.isSet(Options.dryRun) {
            for move in moves.moves {
                context.console.notice("variate: would move \(move.from) to \(directory)/\(move.to)")
            }
            return true
        }
        let failures: [DuplicateMoves.Failure]
        do throws(StoreError) {
            failures = try moves.perform()
        } catch {
            throw CommandFailure(
                subject: directory, message: error.description, advice: "choose another directory with --move-to",
                exitCode: .internalError)
        }
        for failure in failures {
            context.console.report(
                CommandFailure(subject: failure.path, message: failure.message, exitCode: .internalError))
        }
        let moved = moves.moves.count - failures.count
        context.console.notice("variate: moved \(moved) files to \(directory); dedupe.json there says from where")
        return failures.isEmpty
    }

    private func print(_ group: DuplicateSearch.Group) throws {
        let rows =
            [Self.row("keep", group.keep) + [group.keepReason]]
            + group.duplicates.map { member in
                let difference = "difference \(member.difference.text(decimals: 3))"
                let words = [difference, member.transform?.rawValue].compactMap(\.self).joined(separator: ", ")
                return Self.row("repeats", member) + [words]
            }
        for line in TextLayout.table(rows) { try context.console.print(line) }
    }

    private static func row(_ word: String, _ member: DuplicateSearch.Member) -> [String] {
        [word, member.path.escapingControlCharacters, "\(member.width)x\(member.height)"]
    }
}
