import Foundation
import VariateCodecs
import VariateImaging

/// Files in, pixels out, and back.
let codecOperations: [String: Operation] = [
    "codec.decode": { request in
        let decoded = try ImageDecoder.decode([UInt8](request.payload), salvage: request.arguments["salvage"] == "1")
        let facts: [UInt32] = [
            UInt32(decoded.image.width), UInt32(decoded.image.height), UInt32(decoded.orientation.rawValue),
            decoded.hasAlpha ? 1 : 0, decoded.isPaletted ? 1 : 0, decoded.convertedProfile ? 1 : 0,
            decoded.ignoredProfile ? 1 : 0, decoded.damage == nil ? 0 : 1,
        ]
        return Data(samples: facts) + Data(decoded.image.samples)
    },
    "codec.encode": { request in
        let quality = try request.integer("quality")
        let encoding: ImageEncoder.Encoding
        switch try request.text("as") {
        case "png": encoding = .png(compression: quality)
        case "jpeg": encoding = .jpeg(quality: quality, fullChroma: request.arguments["chroma"] == "full")
        case "webp": encoding = .webp(quality: quality)
        case "webp-lossless": encoding = .webpLossless
        case let other: throw ProbeError(description: "unknown encoding \(other)")
        }
        return Data(try ImageEncoder.encode(try request.image(), as: encoding))
    },
]
