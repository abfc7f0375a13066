/// One colour in encoded sRGB: each component 0…1.
public struct RGBColor: Sendable, Equatable {
    /// Encoded red.
    public var red: Double
    /// Encoded green.
    public var green: Double
    /// Encoded blue.
    public var blue: Double

    /// Creates a colour from encoded components, 0…1.
    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Creates a colour from 8-bit levels.
    public init(levels red: UInt8, _ green: UInt8, _ blue: UInt8) {
        let top = Double(UInt8.max)
        self.init(red: Double(red) / top, green: Double(green) / top, blue: Double(blue) / top)
    }

    /// The nearest 8-bit levels, clamped to 0…255.
    public var levels: (red: UInt8, green: UInt8, blue: UInt8) {
        func level(_ value: Double) -> UInt8 {
            UInt8((min(max(value, 0), 1) * Double(UInt8.max)).rounded(.toNearestOrEven))
        }
        return (level(red), level(green), level(blue))
    }
}
