import Variate

extension GateProfile {
    /// The profile that the settings name, with the numbers that they change.
    init(_ settings: Settings) throws(CommandFailure) {
        try self.init(named: try settings.required(Options.gate), settings)
    }

    /// A profile by its name or its file, with the numbers that the settings change.
    init(named name: String, _ settings: Settings) throws(CommandFailure) {
        do throws(GateProfileError) {
            if let bundled = GateProfile.bundled(named: name) {
                self = bundled
            } else {
                try self.init(contentsOf: name)
            }
        } catch {
            throw CommandFailure(error, subject: error.file)
        }
        for change in settings[Options.set] ?? [] {
            do throws(GateProfileError) {
                self = try setting(change.name, to: change.number)
            } catch {
                throw CommandFailure(error, subject: settings.source(of: Options.set))
            }
        }
    }
}

extension CommandFailure {
    /// A profile, or a change to one, that cannot be used: always a matter of what was asked for.
    fileprivate init(_ error: GateProfileError, subject: String) {
        self.init(
            subject: subject, message: error.keyPath.isEmpty ? error.message : "\(error.keyPath): \(error.message)",
            advice: error.suggestion.map { "did you mean \($0)?" }
                ?? "variate explain --profile calibrated shows a whole one")
    }
}
