import Variate
import VariateCodecs

/// `variate compare A B`.
struct CompareCommand: Command {
    private let context: CommandContext
    private let loader: ImageLoader

    init(_ context: CommandContext) {
        self.context = context
        loader = ImageLoader(context)
    }

    func run() throws -> ExitCode {
        let (a, b) = (context.operands[0], context.operands[1])
        let first = try loader.load(a).image
        let second = try loader.load(b).image
        let comparison = ImageComparison(first, path: a, with: second, path: b)
        if context.settings.isSet(Options.json) {
            try context.console.print(JSONText.line(comparison))
        } else {
            for line in TextLayout.table(Self.rows(comparison)) { try context.console.print(line) }
        }
        return .success
    }

    private static func rows(_ comparison: ImageComparison) -> [[String]] {
        let distance = comparison.hashDistance
        return [
            [
                "relation",
                ([comparison.relation.rawValue] + [comparison.transform?.rawValue].compactMap(\.self)).joined(
                    separator: ", "),
            ],
            ["difference", "\(comparison.difference.text(decimals: 4)) (under 0.2 is a near-duplicate)"],
            ["ssim", comparison.ssim.text(decimals: 4) + (comparison.resized ? " (second one resized)" : "")],
            ["gaussian ssim", comparison.gaussianSSIM?.text(decimals: 4) ?? "-"],
            ["multi-scale ssim", comparison.multiScaleSSIM?.text(decimals: 4) ?? "-"],
            ["hash distance", "ahash \(distance.ahash), dhash \(distance.dhash), phash \(distance.phash) of 64 bits"],
        ]
    }
}
