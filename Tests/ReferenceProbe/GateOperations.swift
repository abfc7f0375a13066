import Foundation
import Synchronization
import Variate
import VariateImaging

/// The gate: pictures are sent once under a name, then judged by their names.
///
/// - `gate-load name=N width=W height=H`: measures an RGBA picture; replies with its measurements as JSON.
/// - `gate-judge source=N candidate=N [previous=N,N] level=L [profile=P]`: replies with the scorecard and the verdict.
/// - `gate-difference first=N second=N`: replies with the aligned difference, without the thumbnail filter.
/// - `gate-forget`: drops every picture.
let gateOperations: [String: Operation] = [
    "gate-load": { request in
        let features = try gate(request).features(of: try request.image())
        let name = try request.text("name")
        loadedPictures.withLock { $0[name] = features }
        return try json(measurements(features.defects))
    },
    "gate-judge": { request in
        let (source, candidate) = (try loaded(request, "source"), try loaded(request, "candidate"))
        let names = (request.arguments["previous"] ?? "").split(separator: ",").map(String.init)
        let previous = try names.map { try loaded(named: $0) }
        let (scorecard, verdict) = try gate(request).judge(candidate, source: source, previous: previous)
        var metrics: [String: Double] = [
            "similarity": scorecard.similarity, "diversity": scorecard.diversity, "aesthetic": scorecard.aesthetic,
            "object_integrity": scorecard.objectIntegrity, "overall_quality": scorecard.overallQuality,
        ]
        metrics["source_difference"] = scorecard.sourceDifference
        for detail in scorecard.details { metrics[detail.name] = detail.value }
        let reasons = verdict.reasons.map { reason -> [String: Any] in
            [
                "check": reason.check, "metric": reason.metric, "value": reason.value, "bound": reason.bound,
                "advice": reason.advice,
            ]
        }
        return try json([
            "accept": verdict.accept, "duplicate": verdict.duplicate, "reasons": reasons, "metrics": metrics,
        ])
    },
    "gate-difference": { request in
        let (first, second) = (try loaded(request, "first"), try loaded(request, "second"))
        let difference = AlignedDifference(from: first.appearance, to: second.appearance)
        let evidence = difference.evidence
        return try json([
            "value": difference.value, "displacement": evidence.displacement, "structure": evidence.structure,
            "changed_tenth": evidence.changedTenth, "changed_share": evidence.changedShare, "tone": evidence.tone,
            "contrast": evidence.contrast, "light": evidence.light, "chroma": evidence.chroma,
            "grain": evidence.grain, "thumbnail": first.appearance.thumbnailDistance(to: second.appearance),
            "fingerprint": first.appearance.fingerprintDistance(to: second.appearance),
        ])
    },
    "gate-forget": { _ in
        loadedPictures.withLock { $0.removeAll() }
        return Data()
    },
]

private let loadedPictures = Mutex<[String: ImageFeatures]>([:])

private func loaded(_ request: Request, _ key: String) throws -> ImageFeatures {
    try loaded(named: try request.text(key))
}

private func loaded(named name: String) throws -> ImageFeatures {
    guard let features = loadedPictures.withLock({ $0[name] }) else {
        throw ProbeError(description: "no picture called \(name)")
    }
    return features
}

private func gate(_ request: Request) throws -> QualityGate {
    guard
        let level = QualityLevel(rawValue: request.arguments["level"] ?? "medium"),
        let profile = GateProfile.bundled(named: request.arguments["profile"] ?? "calibrated")
    else { throw ProbeError(description: "no such level or profile") }
    return QualityGate(profile: profile, level: level)
}

private func measurements(_ defects: DefectMeasurements) -> [String: Double] {
    [
        "lapvar": defects.sharpness.laplacianVariance, "lt95": defects.sharpness.detail95,
        "lt98": defects.sharpness.detail98, "g997": defects.sharpness.topGradient,
        "noise20": defects.noise.quietDeviation, "impulse": defects.noise.impulseShare,
        "block": defects.blockiness.grid,
        "anyc": defects.exposure.clippedShare, "part": defects.exposure.bentShare,
        "p1": defects.exposure.darkest, "p95": defects.exposure.bright,
        "p99": defects.exposure.brightest, "occ": defects.tonalRichness.occupiedBins,
        "tex": defects.texture.texturedShare, "seam2max": defects.seams.widestShare,
        "seamrun": defects.seams.longestRun, "fb_hard": defects.flatBars.extent,
        "checker": defects.checkerboard.strength, "repeat": defects.tiling.selfCorrelation,
    ]
}

private func json(_ value: Any) throws -> Data {
    try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
}
