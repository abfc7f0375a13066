import Foundation
import Variate

/// What `variate doctor` finds.
struct Diagnosis: Sendable {
    /// One check of the surroundings.
    struct Check: Sendable, Encodable {
        let name: String
        let ok: Bool
        /// What was found.
        let found: String
    }

    private let settings: [Settings.Setting]
    private let checks: [Check]
    /// The generator that a run would use, or nil when it could not run.
    private let backend: BackendChoice?
    /// Variables that hold a key. The keys themselves are never shown.
    private let keys: [String]
    private let files: [String]
    private let terminal: Terminal
    private let backendFailure: CommandFailure?

    init(_ context: CommandContext) throws {
        let environment = context.environment
        let isConfigurable = { (option: OptionSpecification) in option.configurability != .commandLineOnly }
        settings = context.settings.settings.filter { isConfigurable($0.option) }
        keys = BackendChoice.filledVariables(in: environment)
        terminal = context.console.terminal
        let locations = context.locations
        files = (locations.projectCandidates + [locations.userFile].compactMap { $0 })
            .filter { FileManager.default.fileExists(atPath: $0) }
        let name = try context.settings.required(Options.backend)
        do {
            backend = try BackendChoice(name, environment: environment)
            backendFailure = nil
        } catch {
            backend = nil
            backendFailure = error
        }
        let output = context.settings[Options.output] ?? context.currentDirectory
        let cache = context.settings[Options.cacheDirectory] ?? locations.cacheDirectory
        checks = [
            Check(name: "backend", ok: backend != nil, found: Self.describe(backend, backendFailure, keys: keys)),
            Self.directoryCheck("output directory", output),
            cache.map { Self.directoryCheck("cache directory", $0) }
                ?? Check(name: "cache directory", ok: false, found: "no home directory; set VARIATE_CACHE_DIR"),
            Self.gateCheck(context.settings),
            Check(name: "image formats", ok: true, found: "PNG, JPEG, WebP"),
        ]
    }

    /// Whether `generate` would get as far as drawing.
    var isUsable: Bool { checks.allSatisfy(\.ok) }

    /// What to exit with when it would not.
    var exitCode: ExitCode { backendFailure?.exitCode ?? .usage }

    /// For people.
    var text: String {
        var lines = ["variate \(ToolVersion.number)", ""]
        lines += TextLayout.table(checks.map { [$0.ok ? "ok" : "PROBLEM", $0.name, $0.found] })
        lines += ["", "terminal: \(terminalText)"]
        lines.append("keys: " + (keys.isEmpty ? "none set" : keys.map { "\($0) is set" }.joined(separator: ", ")))
        lines.append("configuration files: " + (files.isEmpty ? "none" : files.joined(separator: ", ")))
        lines += ["", "settings:"]
        let rows = settings.map { ["  \($0.option.name)", $0.value?.text ?? "-", $0.origin.text] }
        lines += TextLayout.table(rows)
        if let backendFailure { lines += ["", backendFailure.line] }
        return lines.map(\.escapingControlCharacters).joined(separator: "\n") + "\n"
    }

    /// For programs.
    var json: String {
        let settings = settings.map { setting in
            JSONValue.Member(
                setting.option.name,
                .object([.init("value", setting.value?.json ?? .null), .init("origin", .text(setting.origin.text))]))
        }
        let checks = checks.map { check in
            JSONValue.object([
                .init("name", .text(check.name)), .init("ok", .flag(check.ok)), .init("found", .text(check.found)),
            ])
        }
        return JSONValue.object([
            .init("version", .text(ToolVersion.number)),
            .init("usable", .flag(isUsable)),
            .init("backend", backend.map { .text($0.name) } ?? .null),
            .init("keys", .array(keys.map(JSONValue.text))),
            .init("files", .array(files.map(JSONValue.text))),
            .init("checks", .array(checks)),
            .init("settings", .object(settings)),
        ]).indentedText
    }

    private var terminalText: String {
        guard terminal.errorIsTerminal else { return "none; progress is plain lines" }
        let look = terminal.allowsAnimation ? "progress redraws" : "progress is plain lines"
        return "\(terminal.width) columns, \(look), \(terminal.allowsColor ? "colour" : "no colour")"
    }

    private static func describe(_ backend: BackendChoice?, _ failure: CommandFailure?, keys: [String]) -> String {
        switch backend {
        case .gemini(let variable): "gemini, with the key of \(variable)"
        case .local: keys.isEmpty ? "local; no key is set" : "local, as chosen"
        case nil: failure.map { "\($0.subject): \($0.message)" } ?? "none"
        }
    }

    /// Whether the gate's profile can be read, and what is set has a place in it.
    private static func gateCheck(_ settings: Settings) -> Check {
        do throws(CommandFailure) {
            let profile = try GateProfile(settings)
            let found = ([profile.name] + profile.changes.map(\.description)).joined(separator: ", ")
            return Check(name: "gate", ok: true, found: found)
        } catch {
            return Check(name: "gate", ok: false, found: "\(error.subject): \(error.message)")
        }
    }

    /// Whether files can be made in a directory, or the directory itself in its nearest existing parent.
    private static func directoryCheck(_ name: String, _ path: String) -> Check {
        let manager = FileManager.default
        var nearest = URL(fileURLWithPath: path).standardizedFileURL.path
        while !manager.fileExists(atPath: nearest), nearest != "/" {
            nearest = (nearest as NSString).deletingLastPathComponent
        }
        var isDirectory: ObjCBool = false
        _ = manager.fileExists(atPath: nearest, isDirectory: &isDirectory)
        if !isDirectory.boolValue { return Check(name: name, ok: false, found: "\(nearest) is not a directory") }
        let ok = manager.isWritableFile(atPath: nearest)
        return Check(name: name, ok: ok, found: ok ? path : "\(nearest) cannot be written to")
    }
}

extension OptionValue {
    /// The value as JSON.
    var json: JSONValue {
        switch self {
        case .flag(let value): .flag(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .text(let value): .text(value)
        case .list(let values): .array(values.map(JSONValue.text))
        }
    }
}
