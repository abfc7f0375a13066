/// Which pixels touch.
public enum Connectivity: Int, Sendable, CaseIterable {
    /// Left, right, above and below.
    case four = 4
    /// Those and the four diagonals.
    case eight = 8
}
