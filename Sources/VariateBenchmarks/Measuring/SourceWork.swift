import Variate
import VariateCodecs
import VariateImaging

/// Judges the cases of one source. The source and its earlier variations are measured once and kept while it works, so
/// that memory holds the pictures of a few sources at a time.
struct SourceWork {
    let gate: QualityGate
    let literalGate: QualityGate
    let isQuick: Bool

    /// A file that could not be judged.
    struct Unreadable: Error {
        let path: String
        let reason: String
    }

    private struct Measured {
        let features: ImageFeatures
        let literal: ImageFeatures?
        let textbook: TextbookFeatures?
        let decoding: Double
        let measuring: Double
    }

    private var kept: [String: Result<Measured, Unreadable>] = [:]
    private let clock = ContinuousClock()

    init(gate: QualityGate, isQuick: Bool) {
        self.gate = gate
        self.isQuick = isQuick
        literalGate = QualityGate(profile: .seedLiteral, level: gate.level)
    }

    /// What comes of a case, or the file that stands in its way.
    mutating func outcome(of found: CorpusCase) -> Result<CaseOutcome, Unreadable> {
        do throws(Unreadable) {
            let source = try reference(found.source)
            var previous: [Measured] = []
            for path in found.previous { previous.append(try reference(path)) }
            let candidate: Measured
            if let known = kept[found.candidate] {
                candidate = try known.get()
            } else {
                candidate = try measure(found.candidate)
            }
            return .success(judge(candidate, source: source, previous: previous))
        } catch {
            return .failure(error)
        }
    }

    private func judge(_ candidate: Measured, source: Measured, previous: [Measured]) -> CaseOutcome {
        let siblings = previous.map(\.features)
        let begun = clock.now
        let (scorecard, verdict) = gate.judge(candidate.features, source: source.features, previous: siblings)
        let judging = (clock.now - begun) / .seconds(1)

        var levels = [gate.level: CaseOutcome.Decision(verdict)]
        var literal: CaseOutcome.Decision?
        var textbook: TextbookMeasurements?
        var metrics = MetricsReport(scorecard).values
        if let difference = scorecard.sourceDifference { metrics["difference"] = min(difference, scorecard.diversity) }
        if !isQuick {
            for level in QualityLevel.allCases where level != gate.level {
                let other = QualityGate(profile: gate.profile, level: level)
                levels[level] = CaseOutcome.Decision(
                    other.judge(candidate.features, source: source.features, previous: siblings).verdict)
            }
            if let own = candidate.literal, let original = source.literal {
                literal = CaseOutcome.Decision(
                    literalGate.judge(own, source: original, previous: previous.compactMap(\.literal)).verdict)
            }
            if let own = candidate.textbook, let original = source.textbook {
                let measured = TextbookMeasurements(
                    own, source: original, previous: previous.compactMap(\.textbook))
                metrics.merge(measured.metrics) { gates, _ in gates }
                textbook = measured
            }
        }
        return CaseOutcome(
            decision: CaseOutcome.Decision(verdict), reasons: verdict.reasons.map(\.metric), metrics: metrics,
            levels: levels, literal: literal, textbook: textbook,
            seconds: .init(decoding: candidate.decoding, features: candidate.measuring, judging: judging))
    }

    /// A picture that other cases are likely to need too.
    private mutating func reference(_ path: String) throws(Unreadable) -> Measured {
        if let known = kept[path] { return try known.get() }
        do throws(Unreadable) {
            let measured = try measure(path)
            kept[path] = .success(measured)
            return measured
        } catch {
            kept[path] = .failure(error)
            throw error
        }
    }

    private func measure(_ path: String) throws(Unreadable) -> Measured {
        let begun = clock.now
        let image: Image
        do {
            image = try ImageDecoder.decode(contentsOf: path).image
        } catch {
            throw Unreadable(path: path, reason: error.description)
        }
        let decoded = clock.now
        let features = gate.features(of: image)
        let measured = clock.now
        return Measured(
            features: features, literal: isQuick ? nil : literalGate.features(of: image),
            textbook: isQuick ? nil : TextbookFeatures(of: image), decoding: (decoded - begun) / .seconds(1),
            measuring: (measured - decoded) / .seconds(1))
    }
}
