import Foundation
import VariateImaging

/// `hash algorithm=ahash|dhash|phash side=8|16`: the hexadecimal text of an RGBA picture's hash.
let hashOperations: [String: Operation] = [
    "hash": { request in
        let name = try request.text("algorithm")
        guard let algorithm = PerceptualHash.Algorithm(rawValue: name),
            let resolution = PerceptualHash.Resolution(rawValue: try request.integer("side"))
        else { throw ProbeError(description: "no hash \(name)") }
        return Data(try request.image().hash(algorithm, resolution: resolution).hex.utf8)
    }
]
