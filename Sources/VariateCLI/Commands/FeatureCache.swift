import Foundation
import Variate
import VariateCodecs

/// Keeps what the gate needs of the files seen last, since many cases share a source. A file that changes is read anew.
struct FeatureCache {
    private struct Entry {
        let version: Version
        let features: ImageFeatures
        var lastUse: Int
    }

    /// What tells a changed file from the one that was read.
    private struct Version: Equatable {
        let modified: Date?
        let size: Int?
    }

    /// Files kept at a time; each takes about a quarter of a megabyte.
    private static let capacity = 64

    private let loader: ImageLoader
    private let gate: QualityGate
    private var entries: [String: Entry] = [:]
    private var uses = 0

    init(loader: ImageLoader, gate: QualityGate) {
        self.loader = loader
        self.gate = gate
    }

    /// The features of a file.
    mutating func features(of path: String) throws(CommandFailure) -> ImageFeatures {
        uses += 1
        let version = Self.version(of: path)
        if var entry = entries[path], entry.version == version {
            entry.lastUse = uses
            entries[path] = entry
            return entry.features
        }
        let features = gate.features(of: try loader.load(path).image)
        if entries.count >= Self.capacity, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
        }
        entries[path] = Entry(version: version, features: features, lastUse: uses)
        return features
    }

    private static func version(of path: String) -> Version {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return Version(modified: attributes?[.modificationDate] as? Date, size: attributes?[.size] as? Int)
    }
}
