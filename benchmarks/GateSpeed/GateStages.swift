import Variate
import VariateImaging

/// What is timed of one picture: the gate as a whole first, then its parts.
struct GateStages {
    /// A name and something to run.
    struct Stage {
        let name: String
        let run: () -> Void
    }

    let stages: [Stage]

    /// Levels that the source and the siblings are brighter than the candidate.
    private static let brighter: [UInt8] = [4, 8, 12, 16]

    init(_ candidate: Image) {
        let gate = QualityGate()
        let others = Self.brighter.map { gate.features(of: Self.brightened(candidate, by: $0)) }
        let features = gate.features(of: candidate)
        let picture = WorkingPicture(candidate)
        func judge(_ features: ImageFeatures) {
            Self.keep(gate.judge(features, source: others[0], previous: Array(others.dropFirst())).scorecard)
        }
        stages = [
            Stage(name: "whole gate") { judge(gate.features(of: candidate)) },
            Stage(name: "judging") { judge(features) },
            Stage(name: "features") { Self.keep(gate.features(of: candidate)) },
            Stage(name: "working picture") { Self.keep(WorkingPicture(candidate)) },
            Stage(name: "appearance") { Self.keep(Appearance(picture)) },
            Stage(name: "defects") { Self.keep(DefectMeasurements(picture)) },
            Stage(name: "sharpness") { Self.keep(Sharpness(picture)) },
            Stage(name: "noise") { Self.keep(Noise(picture)) },
            Stage(name: "blockiness") { Self.keep(Blockiness(picture)) },
            Stage(name: "exposure") { Self.keep(Exposure(picture)) },
            Stage(name: "tonal richness") { Self.keep(TonalRichness(picture)) },
            Stage(name: "texture") { Self.keep(Texture(picture)) },
            Stage(name: "seams") { Self.keep(Seams(picture)) },
            Stage(name: "flat bars") { Self.keep(FlatBars(picture)) },
            Stage(name: "checkerboard") { Self.keep(Checkerboard(picture)) },
            Stage(name: "tiling") { Self.keep(Tiling(picture)) },
        ]
    }

    /// Takes a result, so that the compiler cannot leave out what made it.
    @inline(never)
    private static func keep<Result>(_ result: Result) {}

    private static func brightened(_ image: Image, by levels: UInt8) -> Image {
        var result = image
        for i in result.samples.indices where i % Image.channels < 3 {
            result.samples[i] += min(levels, 255 - result.samples[i])
        }
        return result
    }
}
