/// One colour as hue, saturation and value, in single precision.
///
/// Equal to OpenCV's `COLOR_RGB2HSV` and `COLOR_HSV2RGB` on 32-bit floats, which divide by the chroma plus
/// `Float.ulpOfOne` instead of treating grey apart: the same operations in the same precision, so that hues of nearly
/// grey colours agree too.
/// Reference: A. R. Smith, "Color gamut transform pairs", SIGGRAPH 1978.
public struct HSVColor: Sendable, Equatable {
    /// Hue in degrees, 0 (red) up to 360; 0 for grey.
    public var hue: Float
    /// Chroma over value: 0 (grey) to 1.
    public var saturation: Float
    /// The largest of red, green and blue: 0…1.
    public var value: Float

    private static let fullTurn: Float = 360
    private static let sector: Float = 60
    private static let sectorCount = 6

    /// Creates a colour from its coordinates.
    public init(hue: Float, saturation: Float, value: Float) {
        self.hue = hue
        self.saturation = saturation
        self.value = value
    }

    /// Converts an encoded sRGB colour.
    public init(_ color: RGBColor) {
        let (red, green, blue) = (Float(color.red), Float(color.green), Float(color.blue))
        let largest = max(red, green, blue)
        let chroma = largest - min(red, green, blue)
        let scale = Self.sector / (chroma + .ulpOfOne)
        let turn: Float
        if largest == red {
            turn = (green - blue) * scale
        } else if largest == green {
            turn = (blue - red) * scale + 2 * Self.sector
        } else {
            turn = (red - green) * scale + 4 * Self.sector
        }
        hue = turn < 0 ? turn + Self.fullTurn : turn
        saturation = chroma / (abs(largest) + .ulpOfOne)
        value = largest
    }

    /// Red, green and blue: in each sixth of the circle one is the value, one the least, and one moves between them.
    fileprivate var components: (red: Float, green: Float, blue: Float) {
        let sectors = hue / Self.sector
        let turns = (sectors / Float(Self.sectorCount)).rounded(.down)
        let position = sectors - turns * Float(Self.sectorCount)
        let whole = position.rounded(.down)
        let fraction = position - whole
        let least = value * (1 - saturation)
        let falling = value * (1 - saturation * fraction)
        let rising = value * (1 - saturation * (1 - fraction))
        // Rounding may make the position of a hue just below a full turn a whole one.
        switch Int(whole) % Self.sectorCount {
        case 0: return (value, rising, least)
        case 1: return (falling, value, least)
        case 2: return (least, value, rising)
        case 3: return (least, falling, value)
        case 4: return (rising, least, value)
        default: return (value, least, falling)
        }
    }
}

extension RGBColor {
    /// Converts from hue, saturation and value; any finite hue is taken modulo a full turn.
    public init(_ color: HSVColor) {
        let (red, green, blue) = color.components
        self.init(red: Double(red), green: Double(green), blue: Double(blue))
    }
}
