import Foundation
import VariateImaging

/// Resizing to `to_width` × `to_height`.
let resamplingOperations: [String: Operation] = [
    "resize_gray": { request in
        let plane = try request.grayPlanes(1)[0]
        return Data(samples: plane.resized(to: try request.target(), using: try request.filter()).samples)
    },
    "resize_rgba": { request in
        Data(samples: try request.image().resized(to: try request.target(), using: try request.filter()).samples)
    },
    "resize_bilinear": { request in
        Data(samples: try request.grayPlanes(1)[0].bilinearResized(to: try request.target()).samples)
    },
    "resize_area": { request in
        let plane = try request.grayPlanes(1)[0]
        let floats = Plane<Float>(size: plane.size, samples: plane.samples.map(Float.init))
        return Data(samples: floats.areaResized(to: try request.target()).samples)
    },
]

extension Request {
    fileprivate func target() throws -> Size {
        Size(width: try integer("to_width"), height: try integer("to_height"))
    }

    fileprivate func filter() throws -> ResamplingFilter {
        let name = try text("filter")
        guard let filter = ResamplingFilter(rawValue: name) else { throw ProbeError(description: "no filter \(name)") }
        return filter
    }
}
