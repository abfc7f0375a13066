/// Finds the affine map under which one picture looks most like another, by robust Gauss–Newton iteration from coarse to
/// fine (B. D. Lucas and T. Kanade, "An iterative image registration technique", 1981; S. Baker and I. Matthews, "Lucas–
/// Kanade 20 years on", 2004, with the Geman–McClure weight and the means and contrasts of both pictures matched).
public enum AffineAligner {
    /// Steps tried at each level, from coarse to fine.
    static let steps = [10, 8, 6]
    /// Of every so many pixels of a level's rows one is looked at; the finest level has more than enough of them.
    static let strides = [1, 1, 2]
    /// A step whose parameters all change by less than this ends its level.
    static let convergence = 2e-4
    /// Parameters beyond this are another picture, not a moved one.
    static let largestParameter = 0.3
    /// The pictures must overlap by this share of the square at least.
    static let leastOverlap = 0.4
    /// Residuals of this many standard deviations of the reference weigh a quarter.
    static let robustScale: Float = 0.6
    /// Levenberg–Marquardt damping of the normal equations' diagonal.
    static let relativeDamping = 1.001
    static let absoluteDamping = 1e-3
    static let deviationFloor = 1e-3
    /// Sobel's masks give eight times the slope.
    static let sobelScale: Float = 8

    /// The map from `reference` to `candidate`, or nil where none was found.
    /// - Complexity: O(1): about 90,000 pixel visits at most.
    public static func align(reference: AlignmentPyramid, candidate: AlignmentPyramid) -> Alignment? {
        var map = Alignment.identity
        for (level, count) in steps.enumerated() {
            guard
                let found = refine(
                    map, reference: reference.levels[level], candidate: SlopedPlane(candidate.levels[level]),
                    steps: count, stride: strides[level])
            else { return nil }
            map = found
        }
        return map
    }

    /// The best map among those that the steps at one level pass through.
    private static func refine(
        _ start: Alignment, reference: Plane<Float>, candidate: SlopedPlane, steps: Int, stride: Int
    ) -> Alignment? {
        var parameters = start.parameters
        var best: Alignment?
        var warp = AlignmentWarp(side: reference.width, step: stride)
        for _ in 0..<steps {
            warp.apply(
                Alignment(parameters: parameters, correlation: 0), reference: reference, candidate: candidate)
            guard warp.overlap >= leastOverlap else { return nil }
            let statistics = warp.statistics
            if statistics.correlation > best?.correlation ?? -.infinity {
                best = Alignment(parameters: parameters, correlation: statistics.correlation)
            }
            guard let change = warp.affineEquations(statistics).solved() else { return best }
            for index in parameters.indices { parameters[index] += change[index] }
            if change.allSatisfy({ abs($0) < convergence }) { break }
            if parameters.contains(where: { abs($0) > largestParameter }) { return nil }
        }
        return best
    }
}
