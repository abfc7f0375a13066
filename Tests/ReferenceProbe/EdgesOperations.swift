import Foundation
import VariateImaging

/// Smoothing, derivatives, edges and components.
let edgesOperations: [String: Operation] = [
    "gaussian_blur": { request in
        let plane = Plane<Float>(try request.grayPlanes(1)[0])
        return Data(samples: plane.gaussianBlurred(sigma: try request.number("sigma")).samples)
    },
    "box_blur": { request in
        let plane = Plane<Float>(try request.grayPlanes(1)[0])
        return Data(samples: plane.boxBlurred(radius: try request.integer("radius")).samples)
    },
    "median": { request in Data(samples: try request.grayPlanes(1)[0].median3x3().samples) },
    "median_float": { request in
        Data(samples: Plane<Float>(try request.grayPlanes(1)[0]).median3x3().samples)
    },
    "sobel": { request in
        let gradient = SobelGradient(of: Plane<Float>(try request.grayPlanes(1)[0]))
        return Data(samples: gradient.horizontal.samples + gradient.vertical.samples)
    },
    "laplacian": { request in Data(samples: try request.grayPlanes(1)[0].laplacian().samples) },
    "laplacian_variance": { request in Data(samples: [try request.grayPlanes(1)[0].laplacianVariance()]) },
    "canny": { request in
        let norm: GradientNorm = try request.text("norm") == "l2" ? .l2 : .l1
        let edges = try request.grayPlanes(1)[0].cannyEdges(
            low: try request.number("low"), high: try request.number("high"), norm: norm)
        return Data(samples: edges.samples)
    },
    "component_labels": { request in Data(samples: try components(request).labels().samples) },
    "component_statistics": { request in
        // Background first, as label 0; its area is 0 where there is none.
        let found = try components(request)
        let rows = [found.background].map(row) + found.components.map(row)
        return Data(samples: rows.flatMap(\.self))
    },
]

private func components(_ request: Request) throws -> ConnectedComponents {
    guard let connectivity = Connectivity(rawValue: try request.integer("connectivity")) else {
        throw ProbeError(description: "connectivity is 4 or 8")
    }
    return ConnectedComponents(of: try request.grayPlanes(1)[0], connectivity: connectivity)
}

private func row(_ statistics: ComponentStatistics?) -> [Double] {
    guard let statistics else { return [Double](repeating: 0, count: 7) }
    return [
        Double(statistics.left), Double(statistics.top), Double(statistics.width), Double(statistics.height),
        Double(statistics.area), statistics.centroidX, statistics.centroidY,
    ]
}
