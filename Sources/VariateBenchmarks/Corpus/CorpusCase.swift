/// One labelled candidate: a line of a corpus.
public struct CorpusCase: Sendable, Equatable {
    /// Tells it apart from all others.
    public var id: String
    /// The source picture that it belongs to: candidates of one source are no independent observations.
    public var sourceID: String
    /// Which half of the corpus it is in.
    public var half: SceneHalf
    /// What kind of picture the source is, for example `photo` or `night`.
    public var kind: String
    /// What a person would say.
    public var label: CorpusLabel
    /// What was done to make it: its class.
    public var type: String
    /// Whether a reasonable person could give another label.
    public var isArguable: Bool
    /// Path of the source.
    public var source: String
    /// Paths of the variations that count as accepted before it.
    public var previous: [String]
    /// Path of the candidate.
    public var candidate: String
    /// The id of the case whose candidate this is, encoded again or resized.
    public var twinOf: String?
}

extension CorpusCase: Decodable {
    private enum CodingKeys: String, CodingKey {
        case id, sid, scene, half, kind, label, type, arguable, source, previous, candidate
        case twinOf = "twin_of"
    }

    /// Reads a line. Without a half, the scene decides, and without a scene the source's name.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        source = try values.decode(String.self, forKey: .source)
        candidate = try values.decode(String.self, forKey: .candidate)
        label = try values.decode(CorpusLabel.self, forKey: .label)
        type = try values.decode(String.self, forKey: .type)
        previous = try values.decodeIfPresent([String].self, forKey: .previous) ?? []
        sourceID = try values.decodeIfPresent(String.self, forKey: .sid) ?? source
        let scene = try values.decodeIfPresent(String.self, forKey: .scene) ?? sourceID
        half = try values.decodeIfPresent(SceneHalf.self, forKey: .half) ?? SceneHalf(scene: scene)
        kind = try values.decodeIfPresent(String.self, forKey: .kind) ?? "photo"
        id = try values.decodeIfPresent(String.self, forKey: .id) ?? candidate
        isArguable = try values.decodeIfPresent(Bool.self, forKey: .arguable) ?? false
        twinOf = try values.decodeIfPresent(String.self, forKey: .twinOf)
    }
}
