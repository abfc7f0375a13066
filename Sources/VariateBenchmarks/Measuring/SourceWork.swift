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

    /// What other rules need of a picture.
    private struct Comparison {
        let literal: ImageFeatures
        let textbook: TextbookFeatures
    }

    private struct Measured {
        let features: ImageFeatures
        /// Nil where only the gate's decision is wanted.
        let comparison: Comparison?
        let decoding: Double
        let measuring: Double
    }

    /// Files that more than one case needs: the source and the earlier variations.
    private let shared: Set<String>
    private var kept: [String: Result<Measured, Unreadable>] = [:]
    private let clock = ContinuousClock()

    init(gate: QualityGate, isQuick: Bool, cases: [CorpusCase]) {
        shared = Set(cases.flatMap { [$0.source] + $0.previous })
        self.gate = gate
        self.isQuick = isQuick
        literalGate = QualityGate(profile: .seedLiteral, level: gate.level)
    }

    /// What comes of a case, or the file that stands in its way. Of twins only the decision is wanted.
    mutating func outcome(of found: CorpusCase) -> Result<CaseOutcome, Unreadable> {
        do throws(Unreadable) {
            let source = try reference(found.source)
            var previous: [Measured] = []
            for path in found.previous { previous.append(try reference(path)) }
            let candidate =
                shared.contains(found.candidate)
                ? try reference(found.candidate)
                : try measure(found.candidate, isQuick: isQuick || found.twinOf != nil)
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
        if let own = candidate.comparison, let original = source.comparison {
            let references = previous.compactMap(\.comparison)
            for level in QualityLevel.allCases where level != gate.level {
                let other = QualityGate(profile: gate.profile, level: level)
                levels[level] = CaseOutcome.Decision(
                    other.judge(candidate.features, source: source.features, previous: siblings).verdict)
            }
            literal = CaseOutcome.Decision(
                literalGate.judge(
                    own.literal, source: original.literal, previous: references.map(\.literal)
                ).verdict)
            let measured = TextbookMeasurements(
                own.textbook, source: original.textbook, previous: references.map(\.textbook))
            metrics.merge(measured.metrics) { gates, _ in gates }
            textbook = measured
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
            let measured = try measure(path, isQuick: isQuick)
            kept[path] = .success(measured)
            return measured
        } catch {
            kept[path] = .failure(error)
            throw error
        }
    }

    private func measure(_ path: String, isQuick: Bool) throws(Unreadable) -> Measured {
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
        let comparison =
            isQuick ? nil : Comparison(literal: literalGate.features(of: image), textbook: TextbookFeatures(of: image))
        return Measured(
            features: features, comparison: comparison, decoding: (decoded - begun) / .seconds(1),
            measuring: (measured - decoded) / .seconds(1))
    }
}
