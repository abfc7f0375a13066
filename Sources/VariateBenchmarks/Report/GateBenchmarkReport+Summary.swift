import Variate

extension GateBenchmarkReport {
    /// Most reasons that are named of a class.
    private static let mostReasons = 3

    /// Sums up what came of each case of a corpus, in its order.
    init(
        corpus: GateCorpus, gate: QualityGate, isQuick: Bool, outcomes: [Result<CaseOutcome, SourceWork.Unreadable>]
    ) {
        var judged: [JudgedCase] = []
        var twins: [JudgedCase] = []
        var failures: [String: (reason: String, cases: Int)] = [:]
        for (found, outcome) in zip(corpus.cases, outcomes) {
            switch outcome {
            case .success(let outcome) where found.twinOf == nil:
                judged.append(JudgedCase(corpusCase: found, outcome: outcome))
            case .success(let outcome):
                twins.append(JudgedCase(corpusCase: found, outcome: outcome))
            case .failure(let error):
                failures[error.path, default: (error.reason, 0)].cases += 1
            }
        }
        let plain = judged.filter { !$0.corpusCase.isArguable }
        self.gate = gate.profile.name
        gateDigest = gate.profile.digest
        quality = gate.level
        cases = judged.count
        twinCases = twins.count
        sources = Set(corpus.cases.map(\.sourceID)).count
        arguable = judged.count - plain.count
        unreadable = failures.sorted { $0.key < $1.key }.map {
            Unreadable(path: $0.key, reason: $0.value.reason, cases: $0.value.cases)
        }
        totals =
            [Row(name: "all", figures: GateFigures(plain))]
            + SceneHalf.allCases.compactMap { half in
                Self.row(half.rawValue, plain.filter { $0.corpusCase.half == half })
            }
        classes = Self.classes(judged)
        kinds = Set(plain.map(\.corpusCase.kind)).sorted().compactMap { kind in
            Self.row(kind, plain.filter { $0.corpusCase.kind == kind })
        }
        levels = QualityLevel.allCases.filter { !isQuick || $0 == gate.level }.map { level in
            Row(
                name: level.rawValue,
                figures: GateFigures(plain) { $0.levels[level] ?? $0.decision })
        }
        self.twins = Self.twins(twins, of: judged)
        metrics = Self.metrics(plain)
        comparison = isQuick ? [] : Self.comparison(plain)
        timing = Timing(judged)
    }

    private static func row(_ name: String, _ cases: [JudgedCase]) -> Row? {
        cases.isEmpty ? nil : Row(name: name, figures: GateFigures(cases))
    }

    private static func classes(_ judged: [JudgedCase]) -> [Class] {
        CorpusLabel.allCases.flatMap { label in
            Dictionary(grouping: judged.filter { $0.label == label }, by: \.type).sorted { $0.key < $1.key }
                .map { type, members in
                    var counts: [String: Int] = [:]
                    for reason in members.flatMap(\.outcome.reasons) { counts[reason, default: 0] += 1 }
                    let reasons = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostReasons)
                    let halves = Dictionary(grouping: members, by: \.corpusCase.half.rawValue)
                    return Class(
                        label: label, type: type, arguable: members.count { $0.corpusCase.isArguable },
                        right: members.proportion { $0.outcome.isRight(for: label) },
                        halves: halves.mapValues { $0.proportion { $0.outcome.isRight(for: label) } },
                        reasons: reasons.map { .init(metric: $0.key, count: $0.value) })
                }
        }
    }

    private static func twins(_ twins: [JudgedCase], of judged: [JudgedCase]) -> Twins? {
        let decisions = Dictionary(
            judged.map { ($0.corpusCase.id, $0.outcome.decision) }, uniquingKeysWith: { first, _ in first })
        let pairs = twins.compactMap { twin in
            twin.corpusCase.twinOf.flatMap { decisions[$0] }.map { (twin: twin, first: $0) }
        }
        if pairs.isEmpty { return nil }
        func share(
            _ pairs: [(twin: JudgedCase, first: CaseOutcome.Decision)],
            _ differ: (CaseOutcome.Decision, CaseOutcome.Decision) -> Bool
        ) -> Proportion {
            Proportion(pairs.map { ($0.twin.corpusCase.sourceID, differ($0.first, $0.twin.outcome.decision)) })
        }
        let ways = Dictionary(grouping: pairs) { pair in
            pair.twin.corpusCase.id.split(separator: "~").last.map(String.init) ?? "other"
        }
        return Twins(
            changedAcceptance: share(pairs) { $0.accept != $1.accept },
            changedDuplicate: share(pairs) { $0.duplicate != $1.duplicate },
            changed: share(pairs) { $0 != $1 }, ways: ways.mapValues { share($0) { $0 != $1 } })
    }

    private static func metrics(_ judged: [JudgedCase]) -> [Metric] {
        let names = judged.reduce(into: Set<String>()) { $0.formUnion($1.outcome.metrics.keys) }
        let good = judged.filter { $0.label == .good }
        return RatedMetric.rating(names).compactMap { metric in
            let sign = metric.higherIsWorse ? 1.0 : -1.0
            func values(_ cases: [JudgedCase]) -> [Double] {
                cases.compactMap { $0.outcome.metrics[metric.name].map { $0 * sign } }
            }
            let sought = judged.filter { metric.seeks($0.corpusCase) }
            let (caught, passing) = (values(sought), values(good))
            guard let discrimination = Discrimination(caught: caught, passing: passing) else { return nil }
            let classes = metric.types == nil ? ["every \(metric.label.rawValue)"] : Set(sought.map(\.type)).sorted()
            return Metric(
                name: metric.name, higherIsWorse: metric.higherIsWorse, classes: classes, positives: caught.count,
                negatives: passing.count, discrimination: discrimination)
        }
    }

    private static func comparison(_ judged: [JudgedCase]) -> [Row] {
        let literal = Row(
            name: "seed-literal", figures: GateFigures(judged) { $0.literal ?? .init(accept: false, duplicate: false) })
        return [Row(name: "this gate", figures: GateFigures(judged)), literal]
            + (TextbookRule.single + [TextbookRule.combined]).map { rule in
                Row(
                    name: rule.name,
                    figures: GateFigures(judged) { outcome in
                        outcome.textbook.map(rule.decision) ?? .init(accept: true, duplicate: false)
                    })
            }
    }
}

extension GateBenchmarkReport.Timing {
    private static let high = 0.95
    private static let milliseconds = 1000.0

    fileprivate init(_ judged: [JudgedCase]) {
        func spread(_ part: (CaseOutcome.Seconds) -> Double) -> Spread {
            let sorted = judged.map { part($0.outcome.seconds) * Self.milliseconds }.sorted()
            func quantile(_ share: Double) -> Double {
                sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
            }
            return Spread(median: quantile(0.5), percentile95: quantile(Self.high))
        }
        decoding = spread(\.decoding)
        features = spread(\.features)
        judging = spread(\.judging)
    }
}
