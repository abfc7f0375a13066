import Foundation
import Variate

extension RunPlan {
    /// The plan for people, ending in a line break.
    var text: String {
        func dollars(_ value: Double?) -> String { value.map { String(format: "$%.4f", $0) } ?? "unknown" }
        let price =
            cost.maximumUsd == 0
            ? "none" : "\(dollars(cost.estimatedUsd)) expected, \(dollars(cost.maximumUsd)) at most"
        return """
            generator   \(generator), \(model.escapingControlCharacters)
            variations  \(requested): \(axes.joined(separator: ", "))
            attempts    \(requested) expected, \(maximumAttempts) at most, \(concurrency) at once
            cost        \(price)

            """
    }
}
