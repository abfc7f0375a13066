/// The direction in which a variation leaves its source, as an image model's prompt would name it.
public enum VariationAxis: String, Sendable, CaseIterable, Codable {
    /// Direction, hardness and amount of light.
    case lighting
    /// The point of view.
    case angle
    /// The colours.
    case colorPalette = "color-palette"
    /// What is in the frame, and where.
    case composition
    /// The atmosphere.
    case mood
    /// The time of year.
    case season
    /// The hour.
    case timeOfDay = "time-of-day"
    /// The medium and the hand.
    case style
}
