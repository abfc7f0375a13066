import Foundation
import VariateImaging

/// Luma of an RGBA picture.
let lumaOperations: [String: Operation] = [
    "luma": { Data(samples: try $0.image().luma().samples) }
]
