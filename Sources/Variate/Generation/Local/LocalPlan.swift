import VariateImaging

/// The stages of one variation, in order, and their account in plain words.
struct LocalPlan: Sendable {
    /// One piece of work on the picture; between two of them a task may be cancelled.
    struct Stage: Sendable {
        let apply: @Sendable (Image) -> Image
    }

    /// From the source's working copy to the variation.
    var stages: [Stage]
    /// For example `golden hour, mirrored, 1.25× crop`.
    var summary: String

    /// The picture after every stage.
    func rendered(_ image: Image) -> Image {
        stages.reduce(image) { $1.apply($0) }
    }
}
