/// One piece of the usual advice, as a gate of its own.
struct TextbookRule: Sendable {
    let name: String
    /// What it would decide, from the textbook's numbers.
    let decision: @Sendable (TextbookMeasurements) -> CaseOutcome.Decision

    private static let hashBits = 10
    private static let sameSimilarity = 0.95
    private static let leastLaplacianVariance = 100.0
    private static let similarityBand = 0.3...0.9

    private static func repeats(_ isRepeat: Bool) -> CaseOutcome.Decision {
        CaseOutcome.Decision(accept: !isRepeat, duplicate: isRepeat)
    }

    private static func rejects(_ isReject: Bool) -> CaseOutcome.Decision {
        CaseOutcome.Decision(accept: !isReject, duplicate: false)
    }

    /// Each alone.
    static let single: [TextbookRule] = [
        TextbookRule(name: "aHash distance <= \(hashBits): duplicate") { repeats($0.average <= hashBits) },
        TextbookRule(name: "dHash distance <= \(hashBits): duplicate") { repeats($0.difference <= hashBits) },
        TextbookRule(name: "pHash distance <= \(hashBits): duplicate") { repeats($0.perceptual <= hashBits) },
        TextbookRule(name: "SSIM > \(sameSimilarity): duplicate") { repeats($0.nearestSimilarity > sameSimilarity) },
        TextbookRule(name: "Laplacian variance < \(Int(leastLaplacianVariance)): blurred") {
            rejects($0.laplacianVariance < leastLaplacianVariance)
        },
        TextbookRule(name: "SSIM outside \(similarityBand.lowerBound) to \(similarityBand.upperBound): rejected") {
            rejects(!similarityBand.contains($0.sourceSimilarity))
        },
    ]

    /// All of them together: any one rejects.
    static let combined = TextbookRule(name: "all of these") { measured in
        let decisions = single.map { $0.decision(measured) }
        return CaseOutcome.Decision(
            accept: decisions.allSatisfy(\.accept), duplicate: decisions.contains { $0.duplicate })
    }
}
