import Foundation

/// What a command knows of its surroundings.
struct CommandContext: Sendable {
    let command: CommandSpecification
    let operands: [String]
    let settings: Settings
    let console: Console
    let environment: [String: String]
    let currentDirectory: String
    var table = CommandTable.standard

    /// Places derived from the environment.
    var locations: ConfigurationLocations {
        ConfigurationLocations(environment: environment, currentDirectory: currentDirectory)
    }
}
