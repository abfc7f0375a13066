import Variate
import VariateCodecs

/// `variate inspect IMAGE…`: measures each picture, and goes on past those that cannot be read.
struct InspectCommand: Command {
    private let context: CommandContext
    private let loader: ImageLoader
    private let asJSON: Bool

    init(_ context: CommandContext) {
        self.context = context
        loader = ImageLoader(context)
        asJSON = context.settings.isSet(Options.json)
    }

    func run() throws -> ExitCode {
        var rows = [["file", "size", "format", "sharpness", "edge pixels", "edges", "phash"]]
        let code = try FileWork(console: context.console).forEach(context.operands) { path in
            let inspection = ImageInspection(path: path, decoded: try loader.load(path))
            if asJSON {
                try context.console.print(JSONText.line(inspection))
            } else {
                rows.append(Self.row(inspection))
            }
        }
        if !asJSON, rows.count > 1 {
            for line in TextLayout.table(rows, numeric: [3, 4, 5]) { try context.console.print(line) }
        }
        return code
    }

    private static func row(_ inspection: ImageInspection) -> [String] {
        [
            inspection.path.escapingControlCharacters, "\(inspection.width)x\(inspection.height)",
            inspection.format.rawValue, inspection.laplacianVariance.text(decimals: 1),
            String(inspection.cannyEdgePixels), String(inspection.components.count), inspection.phash,
        ]
    }
}
