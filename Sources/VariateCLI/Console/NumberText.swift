import Foundation

extension Double {
    /// For people: the number with so many decimals, in no locale.
    func text(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
