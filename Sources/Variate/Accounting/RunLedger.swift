/// The money of one run, attempt by attempt, in US dollars.
///
/// The totals are sums in the order of attempts, so that they do not depend on the order in which answers arrive.
struct RunLedger: Sendable {
    typealias Attempt = VariationMachine.Attempt

    private struct Entry: Sendable {
        var certain = 0.0
        var possible = 0.0
        /// Whether something was charged, or may have been, whose price is not known.
        var lacksPrice = false
        var possiblyLacksPrice = false
    }

    private let prices: PriceTable
    private let model: String
    private let isPaid: Bool
    /// What one call is reckoned to cost; nil where the price is not known.
    private let callCost: Double?
    private var entries: [Attempt: Entry] = [:]

    init(prices: PriceTable, model: String, isPaid: Bool, callCost: Double?) {
        self.prices = prices
        self.model = model
        self.isPaid = isPaid
        self.callCost = callCost
    }

    /// Books an answer, at its own count of tokens or else at the estimate, and returns what it takes from the budget.
    mutating func book(_ answer: GenerationAnswer, of attempt: Attempt) -> Double {
        guard isPaid else { return 0 }
        guard let cost = prices.cost(of: answer, model: model) ?? callCost else {
            entries[attempt, default: Entry()].lacksPrice = true
            return 0
        }
        entries[attempt, default: Entry()].certain += cost
        return cost
    }

    /// Books what a failed call cost for certain, or may have cost, and returns what it takes from the budget: what may
    /// have been spent counts in full.
    mutating func book(_ failure: GenerationFailure, of attempt: Attempt) -> Double {
        guard isPaid, failure.charge == .answered || failure.charge == .unknown else { return 0 }
        if failure.charge == .answered, let usage = failure.usage {
            guard let cost = prices.cost(of: usage, model: model) else {
                entries[attempt, default: Entry()].lacksPrice = true
                return 0
            }
            entries[attempt, default: Entry()].certain += cost
            return cost
        }
        guard let callCost else {
            entries[attempt, default: Entry()].possiblyLacksPrice = true
            return 0
        }
        entries[attempt, default: Entry()].possible += callCost
        return callCost
    }

    /// Dollars spent for certain; nil where a price is not known.
    var spent: Double? { ordered.contains(where: \.lacksPrice) ? nil : ordered.reduce(0) { $0 + $1.certain } }

    /// Dollars that may have been spent besides; nil where a price is not known.
    var possible: Double? {
        ordered.contains(where: \.possiblyLacksPrice) ? nil : ordered.reduce(0) { $0 + $1.possible }
    }

    private var ordered: [Entry] {
        entries.sorted { ($0.key.number, $0.key.slot) < ($1.key.number, $1.key.slot) }.map(\.value)
    }
}
