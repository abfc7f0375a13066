import Foundation
import VariateImaging

/// Structural similarity of two 8-bit planes. A picture that is too small gives an empty reply.
let ssimOperations: [String: Operation] = [
    "ssim": { try number($0) { StructuralSimilarity.mean($0, $1) } },
    "ssim_largest_window": {
        try number($0) { a, b in
            StructuralSimilarity.mean(a, b, window: StructuralSimilarity.largestWindow(for: a.size))
        }
    },
    "ssim_gaussian": { try number($0) { StructuralSimilarity.gaussianMean($0, $1) } },
    "ssim_multi_scale": { try number($0) { StructuralSimilarity.multiScale($0, $1) } },
    "ssim_map": { try map($0) { StructuralSimilarity.map($0, $1) } },
    "ssim_gaussian_map": { try map($0) { StructuralSimilarity.gaussianMap($0, $1) } },
    "ssim_float_map": {
        try map($0) { a, b in
            StructuralSimilarity.map(
                Plane<Float>(size: a.size, samples: a.samples.map(Float.init)),
                Plane<Float>(size: b.size, samples: b.samples.map(Float.init)))
        }
    },
]

private func number(
    _ request: Request, _ metric: (Plane<UInt8>, Plane<UInt8>) -> Double?
) throws -> Data {
    let planes = try request.grayPlanes(2)
    return Data(samples: metric(planes[0], planes[1]).map { [$0] } ?? [])
}

private func map(
    _ request: Request, _ metric: (Plane<UInt8>, Plane<UInt8>) -> Plane<Float>?
) throws -> Data {
    let planes = try request.grayPlanes(2)
    return Data(samples: metric(planes[0], planes[1])?.samples ?? [])
}
