/// The direction in which a variation leaves its source, as an image model's prompt would name it.
public enum VariationAxis: String, Sendable, CaseIterable, Codable {
    case lighting
    case angle
    case colorPalette = "color-palette"
    case composition
    case mood
    case season
    case timeOfDay = "time-of-day"
    case style
}
