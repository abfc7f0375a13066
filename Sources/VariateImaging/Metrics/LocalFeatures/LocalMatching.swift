/// How many corners of two pictures correspond, in one consistent arrangement.
///
/// Corners are paired when each is the other's nearest by description; the largest set of pairs that one similarity
/// transform explains (shift, zoom and rotation, the candidate possibly mirrored) is found by random sampling (M. A. Fischler
/// and R. C. Bolles, "Random sample consensus", 1981) from a fixed seed.
public enum LocalMatching {
    /// Pairs of descriptions further apart are not the same corner.
    static let furthest = 64
    static let samplings = 500
    /// How far a corner may lie from where the transform puts it, in pixels of the largest working size.
    static let tolerance: Float = 8
    static let zooms: ClosedRange<Float> = 0.4...2.5
    /// Cosine of the largest rotation, 35°: descriptions are upright.
    static let leastCosine: Float = 0.82

    /// Corners in one consistent arrangement, 0…320; chance gives about 4, and hardly ever more than 10.
    /// - Complexity: O(corners²).
    public static func count(source: LocalFeatures, candidate: LocalFeatures) -> Int {
        max(
            consistent(pairs(source, candidate, mirrored: false)),
            consistent(pairs(source, candidate, mirrored: true)))
    }

    /// Two places that may be the same corner, as complex numbers.
    struct Pair {
        let from: SIMD2<Float>
        let to: SIMD2<Float>
    }

    static func pairs(_ source: LocalFeatures, _ candidate: LocalFeatures, mirrored: Bool) -> [Pair] {
        let theirs = candidate.features.map { mirrored ? $0.mirrored : $0.description }
        var nearestOfTheirs = [(distance: Int, index: Int)](
            repeating: (furthest + 1, -1), count: theirs.count)
        var nearestOfOurs = [(distance: Int, index: Int)](
            repeating: (furthest + 1, -1), count: source.features.count)
        for (i, feature) in source.features.enumerated() {
            for j in theirs.indices {
                let distance = feature.description.distance(to: theirs[j])
                if distance < nearestOfOurs[i].distance { nearestOfOurs[i] = (distance, j) }
                if distance < nearestOfTheirs[j].distance { nearestOfTheirs[j] = (distance, i) }
            }
        }
        var pairs: [Pair] = []
        for (i, nearest) in nearestOfOurs.enumerated() where nearest.index >= 0 {
            guard nearestOfTheirs[nearest.index].index == i else { continue }
            let (ours, other) = (source.features[i], candidate.features[nearest.index])
            pairs.append(
                Pair(
                    from: SIMD2(ours.x, ours.y),
                    to: SIMD2(mirrored ? candidate.width - other.x : other.x, other.y)))
        }
        return pairs
    }

    static func consistent(_ pairs: [Pair]) -> Int {
        guard pairs.count > 2 else { return 0 }
        var random = SplitMix64(seed: 1)
        var best = 0
        for _ in 0..<samplings {
            let first = pairs[random.next(below: pairs.count)]
            let second = pairs[random.next(below: pairs.count)]
            let (from, to) = (second.from - first.from, second.to - first.to)
            let length = (from * from).sum()
            guard length > 4 * tolerance * tolerance else { continue }
            // to = turn · from, as complex numbers.
            let turn = SIMD2((from * to).sum(), from.x * to.y - from.y * to.x) / length
            let zoom = (turn * turn).sum().squareRoot()
            guard zooms.contains(zoom), turn.x >= leastCosine * zoom else { continue }
            let shift = first.to - rotated(first.from, turn)
            var count = 0
            for pair in pairs {
                let error = rotated(pair.from, turn) + shift - pair.to
                if (error * error).sum() < tolerance * tolerance { count += 1 }
            }
            best = max(best, count)
        }
        return best
    }

    private static func rotated(_ point: SIMD2<Float>, _ turn: SIMD2<Float>) -> SIMD2<Float> {
        SIMD2(point.x * turn.x - point.y * turn.y, point.x * turn.y + point.y * turn.x)
    }
}
