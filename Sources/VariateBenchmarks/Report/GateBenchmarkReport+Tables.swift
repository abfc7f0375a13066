import Foundation
import Variate

extension GateBenchmarkReport {
    /// The report as tables, in the order in which people ask.
    public var tables: [BenchmarkTable] {
        var tables = [totalsTable]
        tables += CorpusLabel.allCases.compactMap(classTable)
        tables.append(Self.figuresTable("By kind of picture", "kind", kinds))
        if levels.count > 1 { tables.append(Self.figuresTable("At each level", "level", levels)) }
        if let twins { tables.append(Self.twinsTable(twins)) }
        tables.append(metricsTable)
        if !comparison.isEmpty {
            tables.append(Self.figuresTable("Beside the literal gate and the usual advice", "rule", comparison))
        }
        return tables + [timingTable]
    }

    /// One line on what was judged.
    public var headline: String {
        "\(cases) candidates of \(sources) pictures and \(twinCases) twins, gate \(gate) at level \(quality.rawValue); "
            + "\(arguable) have an arguable label and count in the classes alone; "
            + "\(unreadable.reduce(0) { $0 + $1.cases }) could not be judged"
    }

    private var totalsTable: BenchmarkTable {
        Self.figuresTable("Figures (95 % interval over the pictures)", "half", totals)
    }

    private static func figuresTable(_ title: String, _ first: String, _ rows: [Row]) -> BenchmarkTable {
        BenchmarkTable(
            title,
            columns: [
                first, "good accepted", "weak rejected", "duplicates called so", "duplicates rejected",
                "good called duplicate",
            ],
            rows: rows.map { row in
                let f = row.figures
                return [row.name]
                    + [
                        f.goodAccepted, f.weakRejected, f.duplicatesCalled, f.duplicatesRejected,
                        f.goodCalledDuplicate,
                    ].map { text($0) }
            })
    }

    private func classTable(_ label: CorpusLabel) -> BenchmarkTable? {
        let members = classes.filter { $0.label == label }
        if members.isEmpty { return nil }
        let (title, right) =
            switch label {
            case .good: ("Good, by class", "accepted")
            case .duplicate: ("Near-duplicates, by class", "called duplicate")
            case .weak: ("Weak, by class", "rejected")
            }
        return BenchmarkTable(
            title, columns: ["class", "n", right, "a", "b", "reasons"],
            rows: members.map { member in
                [
                    member.type + (2 * member.arguable > member.right.of ? " (arguable)" : ""),
                    String(member.right.of), Self.text(member.right, counts: false),
                ]
                    + SceneHalf.allCases.map { half in member.halves[half.rawValue].map { Self.percent($0.rate) } ?? ""
                    }
                    + [member.reasons.map { "\($0.metric) \($0.count)" }.joined(separator: ", ")]
            }, textColumns: [0, 5])
    }

    private static func twinsTable(_ twins: Twins) -> BenchmarkTable {
        let rows =
            [
                ("any change", twins.changed), ("acceptance", twins.changedAcceptance),
                ("called duplicate", twins.changedDuplicate),
            ] + twins.ways.sorted { $0.key < $1.key }.map { ("any change, \($0.key)", $0.value) }
        return BenchmarkTable(
            "Verdicts that change when the candidate is encoded again (JPEG, quality 92) or resized (x 0.9)",
            columns: ["change", "share"], rows: rows.map { [$0.0, text($0.1)] })
    }

    private var metricsTable: BenchmarkTable {
        let shares = metrics.first?.discrimination.points.map(\.falsePositives) ?? []
        return BenchmarkTable(
            "Each number alone: area under the curve, and recall where so many good ones are lost",
            columns: ["metric", "classes", "n", "area"] + shares.map { "\(Self.percent($0))" },
            rows: metrics.map { metric in
                [
                    metric.name, metric.classes.joined(separator: ", "), String(metric.positives),
                    String(format: "%.3f", metric.discrimination.area),
                ] + metric.discrimination.points.map { Self.percent($0.recall) }
            }, textColumns: [0, 1])
    }

    private var timingTable: BenchmarkTable {
        func row(_ name: String, _ spread: Timing.Spread) -> [String] {
            [name, String(format: "%.1f", spread.median), String(format: "%.1f", spread.percentile95)]
        }
        return BenchmarkTable(
            "Milliseconds for one candidate, two at a time", columns: ["work", "median", "95th percentile"],
            rows: [
                row("reading the file", timing.decoding), row("measuring", timing.features),
                row("judging", timing.judging),
            ])
    }

    /// For example `96.3 [94.8, 97.3] (1186/1234)`.
    private static func text(_ share: Proportion, counts: Bool = true) -> String {
        if share.of == 0 { return "-" }
        let interval = String(format: "%.1f [%.1f, %.1f]", share.rate * 100, share.low * 100, share.high * 100)
        return counts ? "\(interval) (\(share.count)/\(share.of))" : interval
    }

    private static func percent(_ share: Double) -> String { String(format: "%.1f", share * 100) }
}
