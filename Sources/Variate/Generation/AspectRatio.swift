/// Shapes as users write them.
enum AspectRatio {
    /// Width divided by height of a text such as `16:9`; nil for other texts, and for shapes that no picture should have.
    static func value(of text: String) -> Double? {
        let parts = text.split(separator: ":").map { Double($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1] else { return nil }
        let ratio = width / height
        let allowed = 0.1...10
        return allowed.contains(ratio) ? ratio : nil
    }
}
