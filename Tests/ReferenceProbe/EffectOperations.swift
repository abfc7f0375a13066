import Foundation
import Variate
import VariateCodecs
import VariateImaging
import VariateStore

/// Effects by name and whole variations, so that they can be looked at: `width height samples` comes back.
let effectOperations: [String: Operation] = [
    "effects": { _ in Data(Effect.allCases.map(\.rawValue).joined(separator: "\n").utf8) },
    "effect": { request in
        let name = try request.text("name").replacing("_", with: " ")
        guard let effect = Effect(rawValue: name) else { throw ProbeError(description: "no effect \(name)") }
        var random = SplitMix64(seed: UInt64(try request.integer("seed")))
        let result = effect.applied(
            to: try request.image(), amount: try request.number("amount"), phase: try request.number("phase"),
            random: &random)
        return pictureReply(result, "")
    },
    "framing-hints": { request in
        let image = try request.image()
        let center = image.salientCenter()
        return Data("\(center.x) \(center.y) \(image.seemsToHoldWriting)".utf8)
    },
    "variation": { request in
        guard let axis = VariationAxis(rawValue: try request.text("axis")) else {
            throw ProbeError(description: "no such axis")
        }
        let source = SourceImage(
            path: "probe", bytes: [], decoded: DecodedImage(image: try request.image(), format: .png))
        let result = try LocalGenerator().render(
            GenerationRequest(
                source: source, axis: axis, style: request.arguments["style"], strength: try request.number("strength"),
                slot: try request.integer("slot"), attempt: try request.integer("attempt"),
                seed: UInt64(try request.integer("seed"))))
        return pictureReply(result.image, result.summary)
    },
]

private func pictureReply(_ image: Image, _ summary: String) -> Data {
    Data("\(image.width) \(image.height) \(summary)\n".utf8) + Data(image.samples)
}
