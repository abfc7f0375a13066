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
]
