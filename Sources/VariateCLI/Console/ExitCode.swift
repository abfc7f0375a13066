/// What the process's exit status means.
enum ExitCode: Int32, Sendable, CaseIterable {
    /// All that was asked for was done.
    case success = 0
    case internalError = 1
    /// Usage, or unreadable input.
    case usage = 2
    /// Fewer variations than asked for were delivered.
    case incomplete = 3
    /// No key, or the key was refused.
    case unauthorized = 4
    /// Quota or rate limit.
    case quota = 5
    /// The budget was reached.
    case budget = 6
    /// Everything was blocked by the provider's policy.
    case blocked = 7
    case network = 8
    /// A signal; what was delivered and paid for is saved.
    case interrupted = 130
}
