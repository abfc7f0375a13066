import Foundation
import VariateCodecs
import VariateStore

/// Where a run's files go: `<stem>-01.png` …, `rejected/`, `report.json` and `report.html`.
///
/// Nothing that exists is ever overwritten by something else without `force`. The same run may come again: its files are
/// the same files.
public struct OutputDirectory: Sendable {
    /// Why the directory cannot be used.
    public enum Problem: Error, Sendable, Equatable, CustomStringConvertible {
        /// Files of another run, or of the user, have the names that this run would use.
        case occupied(directory: String, example: String)
        /// The directory or a file in it cannot be created or written.
        case unusable(String)

        /// What is in the way and what to do about it.
        public var description: String {
            switch self {
            case .occupied(let directory, let example):
                "\(directory) already holds \(example); choose another directory with --output or replace it with --force"
            case .unusable(let text): text
            }
        }
    }

    /// A file that was written.
    struct WrittenFile: Sendable {
        var path: String
        /// What the user should know about it.
        var notice: String?
    }

    /// Longest stem, in bytes: file systems allow names of 255, and a number and an extension follow.
    private static let longestStem = 200
    private static let rejectedFolder = "rejected"
    private static let reportName = "report.json"
    private static let pageName = "report.html"
    /// Holds the id of a run under way, so that the same run may go on where it was killed.
    private static let markerName = ".variate.run"
    private static let probeName = ".variate.probe"
    /// Largest report of an earlier run that is read, in bytes.
    private static let largestReport = 64 << 20
    private static let largestMarker = 256

    /// The directory's path, as the user gave it.
    public let path: String
    /// What delivered files are called before their number.
    public let stem: String
    /// Whether existing files may be replaced.
    public let force: Bool
    /// Whether rejected candidates are written too.
    public let keepsRejected: Bool
    /// The format to convert to, or nil to write the provider's bytes verbatim.
    public let format: ImageFormat?

    /// Names a directory; nothing is created yet. Stems of more than 200 bytes are cut.
    public init(
        path: String, stem: String, force: Bool = false, keepsRejected: Bool = false, format: ImageFormat? = nil
    ) {
        self.path = path
        var stem = stem
        while stem.utf8.count > Self.longestStem { stem.removeLast() }
        self.stem = stem
        self.force = force
        self.keepsRejected = keepsRejected
        self.format = format
    }

    /// Creates the directory, and makes sure that it can be written and that nothing in it would be overwritten.
    /// - Parameters:
    ///   - run: the id of the run that will write.
    ///   - isRepeatable: whether the run, made again, gives the same bytes; only then may it meet its own files.
    public func prepare(run: String, isRepeatable: Bool = true) throws(Problem) {
        do throws(StoreError) {
            try DurableFile.createDirectory(path)
            DurableFile.removeTemporaries(in: path)
            let probe = "\(path)/\(Self.probeName)"
            try DurableFile.write([], to: probe)
            try DurableFile.remove(probe)
        } catch {
            throw .unusable(error.description)
        }
        if !(force || (isRepeatable && (previousReport()?.run == run || markedRun() == run))) { try checkUnoccupied() }
        do throws(StoreError) {
            try DurableFile.write(Array(run.utf8), to: "\(path)/\(Self.markerName)")
        } catch {
            throw .unusable(error.description)
        }
    }

    /// Says that the run has come to its end.
    public func finish() {
        try? DurableFile.remove("\(path)/\(Self.markerName)")
    }

    private func checkUnoccupied() throws(Problem) {
        let names = DurableFile.names(in: path)
        if let taken = names.first(where: { isNumbered($0) || $0 == Self.reportName || $0 == Self.pageName }) {
            throw .occupied(directory: path, example: taken)
        }
        let rejected = DurableFile.names(in: "\(path)/\(Self.rejectedFolder)")
        if keepsRejected, let taken = rejected.first(where: { $0.hasPrefix("\(stem)-rejected-") }) {
            throw .occupied(directory: path, example: "\(Self.rejectedFolder)/\(taken)")
        }
    }

    /// Writes a delivered file, or a rejected one when those are kept; nil for one that is not.
    func write(_ variation: Variation, rejectedBefore: Int) throws(Problem) -> WrittenFile? {
        let name: String
        do throws(StoreError) {
            if let number = variation.number {
                name = "\(path)/\(stem)-\(Self.padded(number))"
            } else if keepsRejected {
                try DurableFile.createDirectory("\(path)/\(Self.rejectedFolder)")
                name = "\(path)/\(Self.rejectedFolder)/\(stem)-rejected-\(Self.padded(rejectedBefore + 1))"
            } else {
                return nil
            }
            var (bytes, written, notice) = (variation.bytes, variation.format, String?.none)
            if let format, format != variation.format {
                do throws(CodecError) {
                    bytes = try ImageEncoder.encode(try ImageDecoder.decode(bytes).image, as: format)
                    written = format
                } catch {
                    notice = "\(name) stays \(variation.format.displayName): \(error)"
                }
            }
            let file = "\(name).\(written.fileExtension)"
            try put(bytes, at: file)
            return WrittenFile(path: file, notice: notice)
        } catch {
            throw .unusable(error.description)
        }
    }

    /// Writes the report's two forms beside the pictures. With `force`, a complete run also removes the numbered pictures
    /// that the report before this one lists and this run no longer has.
    public func write(report: [UInt8], html: [UInt8], delivered: [String], isComplete: Bool) throws(Problem) {
        let previous = previousReport()
        do throws(StoreError) {
            try DurableFile.write(report, to: "\(path)/\(Self.reportName)")
            try DurableFile.write(html, to: "\(path)/\(Self.pageName)")
            guard force, isComplete, let previous else { return }
            let kept = Set(delivered.map { ($0 as NSString).lastPathComponent })
            let listed = Set(previous.variations.compactMap { $0.path.map { ($0 as NSString).lastPathComponent } })
            for name in listed.sorted() where isNumbered(name) && !kept.contains(name) {
                try DurableFile.remove("\(path)/\(name)")
            }
        } catch {
            throw .unusable(error.description)
        }
    }

    /// Writes a file that is not there yet; one that is there must hold the same bytes, unless `force` replaces it.
    private func put(_ bytes: [UInt8], at file: String) throws(StoreError) {
        if !force, let existing = try DurableFile.read(file) {
            if existing == bytes { return }
            throw StoreError(
                operation: "write", path: file, code: EEXIST,
                reason: "it exists and holds something else; --force replaces it")
        }
        try DurableFile.write(bytes, to: file, replacing: force)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Whether a name is one that a run with this stem gives: the stem, a dash, two digits, and a known extension.
    private func isNumbered(_ name: String) -> Bool {
        ImageFormat.allCases.contains { format in
            let suffix = ".\(format.fileExtension)"
            guard name.hasPrefix("\(stem)-"), name.hasSuffix(suffix) else { return false }
            let number = name.utf8.dropFirst(stem.utf8.count + 1).dropLast(suffix.utf8.count)
            return number.count == 2 && number.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }

    private func markedRun() -> String? {
        (try? FileReader.read("\(path)/\(Self.markerName)", maximumBytes: Self.largestMarker))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private struct PreviousReport: Decodable {
        struct Picture: Decodable { var path: String? }
        var run: String
        var variations: [Picture]
    }

    private func previousReport() -> PreviousReport? {
        guard let bytes = try? FileReader.read("\(path)/\(Self.reportName)", maximumBytes: Self.largestReport) else {
            return nil
        }
        return try? JSONDecoder().decode(PreviousReport.self, from: Data(bytes))
    }
}
