/// A scorecard under its machine-readable names: the five scores, then every named detail.
public struct MetricsReport: Codable, Sendable, Equatable {
    /// The values by name.
    public let values: [String: Double]

    /// The numbers of a scorecard; what is not finite is left out.
    public init(_ scorecard: Scorecard) {
        var values = [
            "similarity": scorecard.similarity,
            "diversity": scorecard.diversity,
            "aesthetic": scorecard.aesthetic,
            "object_integrity": scorecard.objectIntegrity,
            "overall_quality": scorecard.overallQuality,
        ]
        values["source_difference"] = scorecard.sourceDifference
        for detail in scorecard.details { values[detail.name] = detail.value }
        self.values = values.filter { $0.value.isFinite }
    }

    /// Reads an object of numbers.
    public init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([String: Double].self)
    }

    /// Writes an object of numbers.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}
