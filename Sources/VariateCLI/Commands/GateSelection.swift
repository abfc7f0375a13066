import Variate

extension GateProfile {
    /// The profile that the settings name.
    init(_ settings: Settings) throws(CommandFailure) {
        let name = try settings.required(Options.gate)
        guard let profile = GateProfile.bundled(named: name) else {
            throw CommandFailure(subject: Options.gate.specification.flag, message: "there is no profile \(name)")
        }
        self = profile
    }
}
