/// How different two pictures are where one is a turned, mirrored or framed copy of the other.
public struct TransformedDifference: Sendable {
    /// What was done to the copy.
    public enum Transform: Sendable, Equatable {
        /// Turned by quarters or mirrored.
        case turned(SquareSymmetry)
        /// Flat bars were put around it, or taken away.
        case framed
    }

    /// What was done to the second picture.
    public let transform: Transform
    /// How different they are once that has been undone.
    public let difference: AlignedDifference

    /// The most likely transform by mean colours, where one makes the pictures closer than they are as they stand; nil
    /// where there is none, or where they differ too much all the same.
    /// - Parameter limit: largest distance of 24 × 24 mean colours, in levels.
    /// - Complexity: O(1): eight distances of 24 × 24 colours at most, and one alignment.
    public init?(from reference: Appearance, to candidate: Appearance, limit: Double) {
        let upright = reference.thumbnailDistance(to: candidate, limit: limit)
        var best: (distance: Double, transform: Transform, first: ComparisonSquares, second: ComparisonSquares)?
        func offer(_ distance: Double, _ transform: Transform, _ a: ComparisonSquares, _ b: ComparisonSquares) {
            if distance <= limit, distance < best?.distance ?? upright { best = (distance, transform, a, b) }
        }
        for symmetry in SquareSymmetry.allCases {
            offer(
                reference.squares.thumbnailDistance(to: candidate.squares, turned: symmetry, limit: limit),
                .turned(symmetry), reference.squares, candidate.squares)
        }
        let framed = [
            (reference.squares, candidate.content), (reference.content, candidate.squares),
            (reference.content, candidate.content),
        ]
        for case (let first?, let second?) in framed {
            offer(first.thumbnailDistance(to: second, limit: limit), .framed, first, second)
        }
        guard let best else { return nil }
        transform = best.transform
        switch best.transform {
        case .turned(let symmetry): difference = AlignedDifference(from: best.first.turned(symmetry), to: best.second)
        case .framed: difference = AlignedDifference(from: best.first, to: best.second)
        }
    }
}
