/// A case with what came of it.
struct JudgedCase: Sendable {
    let corpusCase: CorpusCase
    let outcome: CaseOutcome

    var label: CorpusLabel { corpusCase.label }
    var type: String { corpusCase.type }
}

extension Sequence<JudgedCase> {
    /// How many have a property, with its interval over the sources.
    func proportion(_ property: (JudgedCase) -> Bool) -> Proportion {
        Proportion(map { (cluster: $0.corpusCase.sourceID, hit: property($0)) })
    }
}
