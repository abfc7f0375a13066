import Foundation
import VariateImaging

/// What one operation does: pixels in, bytes out.
typealias Operation = @Sendable (Request) throws -> Data

struct ProbeError: Error, CustomStringConvertible {
    let description: String
}

/// One parsed request: the operation's name, its `key=value` arguments and its payload.
struct Request {
    let operation: String
    let arguments: [String: String]
    let payload: Data

    init(line: String, input: FileHandle) throws {
        let words = line.split(separator: " ").map(String.init)
        guard let name = words.first else { throw ProbeError(description: "empty request") }
        operation = name
        var arguments: [String: String] = [:]
        for word in words.dropFirst() {
            let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2 else { throw ProbeError(description: "not key=value: \(word)") }
            arguments[pair[0]] = pair[1]
        }
        self.arguments = arguments
        var payload = Data()
        var missing = Int(arguments["bytes"] ?? "0") ?? 0
        while missing > 0 {
            let chunk = input.readData(ofLength: missing)
            if chunk.isEmpty { throw ProbeError(description: "the payload ended \(missing) bytes early") }
            payload.append(chunk)
            missing -= chunk.count
        }
        self.payload = payload
    }

    func text(_ key: String) throws -> String {
        guard let value = arguments[key] else { throw ProbeError(description: "missing \(key)") }
        return value
    }

    func integer(_ key: String) throws -> Int {
        guard let value = Int(try text(key)) else { throw ProbeError(description: "\(key) is not an integer") }
        return value
    }

    func number(_ key: String) throws -> Double {
        guard let value = Double(try text(key)) else { throw ProbeError(description: "\(key) is not a number") }
        return value
    }

    /// The size under `width` and `height`.
    func size() throws -> Size {
        Size(width: try integer("width"), height: try integer("height"))
    }

    /// The payload as 8-bit samples, `planes` of them one after the other.
    func grayPlanes(_ planes: Int) throws -> [Plane<UInt8>] {
        let size = try size()
        guard payload.count == size.pixelCount * planes else {
            throw ProbeError(description: "\(payload.count) bytes for \(planes) planes of \(size)")
        }
        let bytes = [UInt8](payload)
        return (0..<planes).map { index in
            Plane(size: size, samples: Array(bytes[index * size.pixelCount..<(index + 1) * size.pixelCount]))
        }
    }

    /// The payload as one RGBA picture.
    func image() throws -> Image {
        let size = try size()
        guard payload.count == size.pixelCount * Image.channels else {
            throw ProbeError(description: "\(payload.count) bytes for RGBA of \(size)")
        }
        return Image(size: size, samples: [UInt8](payload))
    }
}

extension Data {
    /// The samples' bytes, little-endian as on every machine that this runs on.
    init<Sample: BitwiseCopyable>(samples: [Sample]) {
        self = samples.withUnsafeBytes { Data($0) }
    }
}
