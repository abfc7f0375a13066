/// How many large connected edges a picture has: a literal measure of whole objects, kept under its own name.
///
/// An edge is a line, so few photographs have any component of 1 % of their pixels: expect 0 on most good pictures.
public struct ObjectIntegrity: Sendable {
    /// A tenth of the number of components above 1 % of the pixels, at most 1; 0.1 where there is no edge at all.
    public let value: Double
    /// Number of edge pixels.
    public let edgePixels: Int
    /// The connected edges (8-connected).
    public let components: ConnectedComponents

    private static let lowThreshold = 50.0
    private static let highThreshold = 150.0
    private static let largeShare = 0.01
    private static let enoughComponents = 10.0
    private static let valueWithoutEdges = 0.1

    /// Finds the Canny edges (50, 150) of a picture's luma and counts their components.
    ///
    /// Equal to the count from `cv2.connectedComponentsWithStats(cv2.Canny(luma, 50, 150))`.
    /// - Complexity: O(pixels).
    public init(luma: Plane<UInt8>) {
        components = ConnectedComponents(of: luma.cannyEdges(low: Self.lowThreshold, high: Self.highThreshold))
        let areas = components.components.map(\.area)
        edgePixels = areas.reduce(0, +)
        let least = Double(luma.size.pixelCount) * Self.largeShare
        let large = areas.count { Double($0) > least }
        value = areas.isEmpty ? Self.valueWithoutEdges : min(Double(large) / Self.enoughComponents, 1)
    }
}
