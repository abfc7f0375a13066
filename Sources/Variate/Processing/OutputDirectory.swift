import Foundation
import VariateCodecs
import VariateStore

/// Where a run's files go: `<stem>-01.png` …, `rejected/`, `report.json` and `report.html`.
public struct OutputDirectory: Sendable {
    /// Why the directory cannot be used.
    public enum Problem: Error, Sendable, Equatable, CustomStringConvertible {
        /// Files of another run, or of the user, have the names that this run would use.
        case occupied(directory: String, example: String)
        /// The directory cannot be created or written.
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

    /// Names a directory; nothing is created yet.
    public init(
        path: String, stem: String, force: Bool = false, keepsRejected: Bool = false, format: ImageFormat? = nil
    ) {
        self.path = path
        self.stem = stem
        self.force = force
        self.keepsRejected = keepsRejected
        self.format = format
    }

    /// Creates the directory and makes sure that nothing in it would be overwritten.
    ///
    /// The same run may come again: its own files are replaced by the same files.
    public func prepare(run: String) throws(Problem) {
        do throws(StoreError) {
            try DurableFile.createDirectory(path)
        } catch {
            throw .unusable(error.description)
        }
        DurableFile.removeTemporaries(in: path)
        guard access(path, W_OK) == 0 else { throw .unusable("cannot write to \(path): permission denied") }
        if force || previousRun() == run { return }
        let names = DurableFile.names(in: path)
        if let taken = names.first(where: { isOwn($0) || $0 == "report.json" || $0 == "report.html" }) {
            throw .occupied(directory: path, example: taken)
        }
    }

    /// Writes a delivered file (and a rejected one, when asked to) and returns its path.
    func write(_ variation: Variation, rejectedBefore: Int) throws(StoreError) -> String? {
        let name: String
        if let number = variation.number {
            name = "\(path)/\(stem)-\(Self.padded(number))"
        } else if keepsRejected {
            try DurableFile.createDirectory("\(path)/rejected")
            name = "\(path)/rejected/\(stem)-rejected-\(Self.padded(rejectedBefore + 1))"
        } else {
            return nil
        }
        let (bytes, written) = converted(variation)
        let file = "\(name).\(written.fileExtension)"
        try DurableFile.write(bytes, to: file)
        return file
    }

    /// Writes the report's two forms beside the pictures, and removes numbered files that an earlier run left there.
    public func write(report: [UInt8], html: [UInt8], delivered: [String]) throws(StoreError) {
        try DurableFile.write(report, to: "\(path)/report.json")
        try DurableFile.write(html, to: "\(path)/report.html")
        let kept = Set(delivered.map { ($0 as NSString).lastPathComponent })
        for name in DurableFile.names(in: path) where isOwn(name) && !kept.contains(name) {
            try DurableFile.remove("\(path)/\(name)")
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Whether a name is one that a run with this stem gives: the stem, a dash, a number, and a known extension.
    private func isOwn(_ name: String) -> Bool {
        guard name.hasPrefix("\(stem)-"), let dot = name.lastIndex(of: ".") else { return false }
        let number = name[..<dot].dropFirst(stem.count + 1)
        return number.count >= 2 && number.allSatisfy(\.isNumber)
            && ImageFormat.allCases.contains { $0.fileExtension == name[name.index(after: dot)...] }
    }

    private func previousRun() -> String? {
        struct Head: Decodable { var run: String }
        guard let data = FileManager.default.contents(atPath: "\(path)/report.json") else { return nil }
        return try? JSONDecoder().decode(Head.self, from: data).run
    }

    /// The bytes to write: the provider's own, unless another format was asked for and the conversion succeeds.
    private func converted(_ variation: Variation) -> ([UInt8], ImageFormat) {
        guard let format, format != variation.format, let decoded = try? ImageDecoder.decode(variation.bytes),
            let bytes = try? ImageEncoder.encode(decoded.image, as: format)
        else { return (variation.bytes, variation.format) }
        return (bytes, format)
    }
}
