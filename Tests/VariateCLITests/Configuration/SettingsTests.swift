import Foundation
import Testing
import Variate

@testable import VariateCLI

@Suite struct SettingsTests {
    private let options = CommandTable.standard.configurableOptions

    @Test func eachLayerYieldsToTheOneAbove() throws {
        let user = try file(#"{"count": 2, "seed": 2, "strength": 0.2, "quality": "low"}"#, isProject: false)
        let project = try file(#"{"count": 3, "seed": 3, "strength": 0.3}"#, isProject: true)
        let settings = try Settings(
            options: options, commandLine: ["count": .integer(5)],
            environment: ["VARIATE_COUNT": "4", "VARIATE_SEED": "4"], files: [project, user])
        #expect(settings[Options.count] == 5)
        #expect(settings[Options.seed] == 4)
        #expect(settings[Options.strength] == 0.3)
        #expect(settings[Options.quality] == .low)
        #expect(settings[Options.retries] == 2)
        #expect(settings[Options.deadline] == nil)
        #expect(
            ["count", "seed", "strength", "quality", "retries"].map { origin(of: $0, in: settings) } == [
                .commandLine, .environment("VARIATE_SEED"), .project("p.json"), .user("u.json"), .builtIn,
            ])
    }

    @Test func emptyVariablesCountAsNone() throws {
        let settings = try Settings(options: options, environment: ["VARIATE_COUNT": ""])
        #expect(origin(of: "count", in: settings) == .builtIn)
    }

    @Test func aBadVariableIsNamed() {
        let error = #expect(throws: UsageError.self) {
            try Settings(options: options, environment: ["VARIATE_COUNT": "0"])
        }
        #expect(
            error.map { CommandFailure($0).line } == "variate: VARIATE_COUNT: must be 1 to 64, not 0; correct it there")
    }

    @Test func flagsAndListsComeFromFilesToo() throws {
        let project = try file(
            #"{"report": false, "vary": ["mood", "season"], "keep-rejected": true}"#, isProject: true)
        let settings = try Settings(options: options, files: [project])
        #expect(settings[Options.report] == false)
        #expect(settings[Options.keepRejected] == true)
        #expect(settings[Options.vary] == [.mood, .season])
    }

    @Test func unknownKeysAreWarnedOf() throws {
        let project = try file(#"{"cuont": 3, "zebra": 1}"#, isProject: true)
        #expect(
            project.warnings == ["p.json: cuont: unknown key; did you mean count?", "p.json: zebra: unknown key"])
        #expect(project.values.isEmpty)
    }

    @Test func aProjectCannotSendTheKeyElsewhere() throws {
        let text = #"{"base-url": "https://example.org", "cache-dir": "/tmp/x"}"#
        #expect(try file(text, isProject: true).values.isEmpty)
        #expect(try file(text, isProject: true).warnings.count == 2)
        #expect(try file(text, isProject: false).values["base-url"] == .text("https://example.org"))
    }

    @Test(
        arguments: [
            // The user's own, the project's, and what counts.
            (nil, "3", 3, SettingOrigin.project("p.json")), ("5", "3", 3, .project("p.json")),
            ("2", "3", 2, .user("u.json")),
            ("3", "3", 3, .user("u.json")), ("0", "3", 0, .user("u.json")), ("2", nil, 2, .user("u.json")),
        ] as [(String?, String?, Double, SettingOrigin)])
    func aProjectCanOnlyLowerWhatMayBeSpent(
        users: String?, projects: String?, limit: Double, origin: SettingOrigin
    ) throws {
        let user = try file(users.map { #"{"max-cost": \#($0)}"# } ?? "{}", isProject: false)
        let project = try file(projects.map { #"{"max-cost": \#($0)}"# } ?? "{}", isProject: true)
        let settings = try Settings(options: options, files: [project, user])
        #expect(settings[Options.maxCost] == limit)
        #expect(self.origin(of: "max-cost", in: settings) == origin)
    }

    @Test func aProjectCannotRaiseWhatVariablesAndFlagsAllow() throws {
        let project = try file(#"{"max-cost": 3}"#, isProject: true)
        let variable = ["VARIATE_MAX_COST": "1"]
        #expect(try Settings(options: options, environment: variable, files: [project])[Options.maxCost] == 1)
        let settings = try Settings(options: options, commandLine: ["max-cost": .number(5)], files: [project])
        #expect(settings[Options.maxCost] == 3)
        #expect(
            settings.warnings == ["project p.json: max-cost is 3, which is below the 5 of command line, and counts"]
        )
    }

    @Test func aProjectCannotTurnTheCacheOff() throws {
        let project = try file(#"{"cache": false}"#, isProject: true)
        #expect(try Settings(options: options, files: [project])[Options.cache] == true)
        #expect(project.warnings.count == 1)
        let user = try file(#"{"cache": false}"#, isProject: false)
        #expect(try Settings(options: options, files: [user])[Options.cache] == false)
    }

    @Test(arguments: ["/etc", "../elsewhere", "made/../../elsewhere", "/tmp/projectile"])
    func aProjectCannotWriteElsewhere(directory: String) throws {
        let data = Data(#"{"output": "\#(directory)"}"#.utf8)
        let project = try ConfigurationFile(
            data, path: "/tmp/project/.variate.json", isProject: true, options: options,
            currentDirectory: "/tmp/project")
        #expect(project.values.isEmpty)
        #expect(
            project.warnings == ["/tmp/project/.variate.json: output: ignored; it leads out of the project's directory"]
        )
        #expect(try file(#"{"output": "\#(directory)"}"#, isProject: false).values["output"] == .text(directory))
    }

    @Test(arguments: ["made", "/tmp/project/made"]) func aProjectCanWriteWithin(directory: String) throws {
        let project = try ConfigurationFile(
            Data(#"{"output": "\#(directory)"}"#.utf8), path: "/tmp/project/.variate.json", isProject: true,
            options: options, currentDirectory: "/tmp/project/src")
        #expect(project.values["output"] == .text(directory) && project.warnings.isEmpty)
    }

    @Test(arguments: ["/etc/passwd", "../gate.json", "made/../../gate.json", "/tmp/projectile/gate.json"])
    func aProjectCannotReadElsewhere(path: String) throws {
        let data = Data(#"{"gate": "\#(path)"}"#.utf8)
        let project = try ConfigurationFile(
            data, path: "/tmp/project/.variate.json", isProject: true, options: options,
            currentDirectory: "/tmp/project/src")
        #expect(project.values.isEmpty)
        #expect(
            project.warnings == ["/tmp/project/.variate.json: gate: ignored; it leads out of the project's directory"])
    }

    @Test func profilesInFilesAreFoundBesideThem() throws {
        func gate(_ value: String, isProject: Bool) throws -> OptionValue? {
            try ConfigurationFile(
                Data(#"{"gate": "\#(value)"}"#.utf8), path: "/tmp/project/.variate.json", isProject: isProject,
                options: options, currentDirectory: "/tmp/project/src"
            ).values["gate"]
        }
        #expect(try gate("gate.json", isProject: true) == .text("/tmp/project/gate.json"))
        #expect(try gate("/tmp/project/src/gate.json", isProject: true) == .text("/tmp/project/src/gate.json"))
        #expect(try gate("../gate.json", isProject: false) == .text("/tmp/project/../gate.json"))
        #expect(try gate("/etc/gate.json", isProject: false) == .text("/etc/gate.json"))
        #expect(try gate("Strict", isProject: true) == .text("strict"))
    }

    @Test func assignmentsComeFromEveryPlace() throws {
        let project = try file(#"{"set": ["similarity=0.2", "noisy=2"]}"#, isProject: true)
        let settings = try Settings(options: options, files: [project])
        #expect(settings[Options.set] == [Assignment("similarity=0.2"), Assignment("noisy=2")].compactMap(\.self))
        #expect(settings.source(of: Options.set) == "p.json: set")
        let variable = try Settings(options: options, environment: ["VARIATE_SET": "tiled=3, blank=1e-1"])
        #expect(variable[Options.set]?.map(\.number) == [3, 0.1])
        #expect(variable.source(of: Options.set) == "VARIATE_SET")
        #expect(variable.source(of: Options.gate) == "--gate")
    }

    @Test(arguments: ["", "a", "=1", "a=", "a=x", "a=nan", "a=inf", "a=0x10", "a=1e999", "a=1,b"])
    func whatIsNoAssignmentIsRefused(_ text: String) {
        #expect(throws: ValueProblem.self) { try Options.set.specification.parse(text) }
    }

    @Test(arguments: ["api-key", "apiKey", "GEMINI_API_KEY", "key", "token", "client_secret"])
    func secretsAreRefused(_ key: String) {
        let error = #expect(throws: UsageError.self) { try file(#"{"\#(key)": "abcdef"}"#, isProject: false) }
        #expect(error == .secret(source: "u.json: \(key)"))
        #expect(error.map { !CommandFailure($0).line.contains("abcdef") } == true)
    }

    @Test(arguments: ["", "[]", "3", "{", #"{"count": {"a": 1}}"#, #"{"count": null}"#])
    func whatIsNoFlatObjectIsRefused(_ text: String) {
        let error = #expect(throws: UsageError.self) { try file(text, isProject: true) }
        if case .unreadableConfiguration? = error { return }
        Issue.record("\(String(describing: error))")
    }

    @Test func aBadValueNamesFileAndKey() {
        let error = #expect(throws: UsageError.self) { try file(#"{"count": 100}"#, isProject: true) }
        #expect(
            error.map { CommandFailure($0).line }
                == "variate: p.json: count: must be 1 to 64, not 100; correct it there")
    }

    private func file(_ text: String, isProject: Bool) throws(UsageError) -> ConfigurationFile {
        try ConfigurationFile(
            Data(text.utf8), path: isProject ? "p.json" : "u.json", isProject: isProject, options: options)
    }

    private func origin(of name: String, in settings: Settings) -> SettingOrigin? {
        settings.settings.first { $0.option.name == name }?.origin
    }
}
