/// Bends an affine map with terms of second degree, which slight changes of perspective and of the lens need, by the same
/// iteration as `AffineAligner`.
enum QuadraticAligner {
    static let steps = 5

    /// The best map near `start`, or nil where the iteration runs away.
    /// - Complexity: O(1): about 40,000 pixel visits.
    static func align(reference: AlignmentPyramid, candidate: AlignmentPyramid, from start: Alignment) -> Alignment? {
        guard let plane = reference.levels.last, let other = candidate.levels.last else { return nil }
        let sloped = SlopedPlane(other)
        var map = start
        var best: Alignment?
        var warp = AlignmentWarp(side: plane.width, step: AffineAligner.strides[AffineAligner.strides.count - 1])
        for _ in 0..<steps {
            warp.apply(map, reference: plane, candidate: sloped)
            guard warp.overlap >= AffineAligner.leastOverlap else { return nil }
            let statistics = warp.statistics
            if statistics.correlation > best?.correlation ?? -.infinity {
                best = Alignment(
                    parameters: map.parameters, bend: map.bend, correlation: statistics.correlation)
            }
            guard let change = warp.quadraticEquations(statistics).solved() else { return best }
            map = map.changed(by: change)
            if change.allSatisfy({ abs($0) < AffineAligner.convergence }) { break }
            if (map.parameters + map.bend).contains(where: { abs($0) > AffineAligner.largestParameter }) { return nil }
        }
        return best
    }
}

extension Alignment {
    /// The map with changes added to the coefficients of u, v, 1, u², u v and v² of each coordinate.
    fileprivate func changed(by change: [Double]) -> Alignment {
        let linear = [0, 1, 2, 6, 7, 8]
        let quadratic = [3, 4, 5, 9, 10, 11]
        return Alignment(
            parameters: zip(parameters, linear).map { $0 + change[$1] },
            bend: zip(bend, quadratic).map { $0 + change[$1] }, correlation: 0)
    }
}
