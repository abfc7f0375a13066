import Variate

/// Tells a run's events to a person: progress on the terminal, notices always, details when asked.
struct RunNarrator: Sendable {
    let console: Console
    let progress: ProgressDisplay

    /// Takes one event.
    func tell(_ event: VariationEvent) {
        switch event {
        case .started(let count, let maximumAttempts):
            console.detail("variate: \(count) variations, \(maximumAttempts) attempts at most")
        case .requested(let slot, let attempt, let axis):
            progress.update { $0.active += 1 }
            console.detail("variate: asking for slot \(slot + 1), try \(attempt + 1): \(axis.rawValue)")
        case .retrying(let slot, let call, let delay, let failure):
            let wait = ProgressLine.duration(delay)
            console.notice("variate: slot \(slot + 1), call \(call + 1): \(failure.message); again in \(wait)")
        case .delivered(let variation):
            progress.update {
                $0.active -= 1
                $0.completed += 1
            }
            console.detail(
                "variate: variation \(variation.number ?? 0), \(variation.axis.rawValue): \(variation.summary)")
        case .rejected(let variation):
            progress.update {
                $0.active -= 1
                $0.rejected += 1
            }
            let reasons = variation.verdict.reasons.map(\.advice).joined(separator: "; ")
            console.detail("variate: rejected slot \(variation.slot + 1), try \(variation.attempt + 1): \(reasons)")
        case .failed(let failed):
            progress.update {
                $0.active -= 1
                $0.failed += 1
            }
            console.detail("variate: slot \(failed.slot + 1), try \(failed.attempt + 1): \(failed.failure.message)")
        case .notice(let text):
            console.notice("variate: \(text)")
        case .finished: break
        }
    }
}
