import Foundation
import VariateCodecs

/// Why a file is no report that can be read.
public struct RunReportError: Error, Sendable, Equatable {
    /// The file that was looked for.
    public var path: String
    /// What is wrong with it.
    public var message: String
    /// What to do about it; may be empty.
    public var advice: String
}

extension RunReport {
    /// The name of a report in the directory of its run.
    public static let fileName = "report.json"
    /// Largest report that is read, in bytes: far above one of the largest run.
    static let maximumBytes = 64 << 20

    /// Reads a report from a file, or from the directory that holds it.
    /// - Throws: what is wrong with the file: it cannot be read, is no JSON or no report, or is of a version that this
    ///   library does not know.
    public init(contentsOf path: String) throws(RunReportError) {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        let file = exists && isDirectory.boolValue ? (path as NSString).appendingPathComponent(Self.fileName) : path
        let bytes: [UInt8]
        do throws(CodecError) {
            bytes = try FileReader.read(file, maximumBytes: Self.maximumBytes)
        } catch {
            throw RunReportError(
                path: file, message: "\(error)", advice: "name the report.json of variate generate, or its directory")
        }
        do {
            try self.init(json: Data(bytes))
        } catch let error as RunReportError {
            throw RunReportError(path: file, message: error.message, advice: error.advice)
        } catch {
            throw RunReportError(path: file, message: "not a report: \(Self.describe(error))", advice: "")
        }
    }

    /// What every report has, whatever its version.
    private struct Version: Decodable {
        let schema: String
    }

    private init(json: Data) throws {
        guard let version = try? JSONDecoder().decode(Version.self, from: json) else {
            let isJSON = (try? JSONDecoder().decode(JSONValue.self, from: json)) != nil
            throw RunReportError(
                path: "", message: isJSON ? "not a report of variate generate" : "not JSON",
                advice: "name the report.json of variate generate, or its directory")
        }
        guard version.schema == Self.schemaVersion else {
            throw RunReportError(
                path: "", message: "of the version '\(version.schema)', and this variate reads \(Self.schemaVersion)",
                advice: "")
        }
        do {
            self = try JSONDecoder().decode(RunReport.self, from: json)
        } catch DecodingError.keyNotFound(let key, _) where Self.laterMembers.contains(key.stringValue) {
            throw RunReportError(
                path: "", message: "written by an older variate, without the list of all checks",
                advice: "run the command again with --force; answers in the cache cost nothing")
        }
    }

    /// Members that the first reports of this version lack.
    private static let laterMembers = ["checks", "gateDigest", "gateChanges"]

    private static func describe(_ error: any Error) -> String {
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
                .replacing(".[", with: "[")
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            let path = place(context)
            return "\(path.isEmpty ? "" : path + ".")\(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            return "\(place(context)) is of the wrong type"
        default: return "a value cannot be read"
        }
    }
}
