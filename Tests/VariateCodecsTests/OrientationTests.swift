import Testing
import VariateImaging

@testable import VariateCodecs

@Suite struct OrientationTests {
    /// A TIFF block with one tag.
    private func exif(_ value: UInt8, bigEndian: Bool = true, type: UInt8 = 3) -> [UInt8] {
        let wide: [UInt8] = type == 3 ? [0, value, 0, 0] : [0, 0, 0, value]
        return bigEndian
            ? [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, type, 0, 0, 0, 1] + wide
            : [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 18, 1, type, 0, 1, 0, 0, 0, value, 0, 0, 0]
    }

    /// Where the upright pixel (x, y) is stored, by the Exif standard's words on what stored row 0 and column 0 show.
    private func source(_ orientation: Orientation, _ x: Int, _ y: Int, stored: Size) -> (x: Int, y: Int) {
        let (right, bottom) = (stored.width - 1, stored.height - 1)
        return switch orientation {
        case .up: (x, y)
        case .upMirrored: (right - x, y)
        case .down: (right - x, bottom - y)
        case .downMirrored: (x, bottom - y)
        case .leftMirrored: (y, x)
        case .right: (y, bottom - x)
        case .rightMirrored: (right - y, bottom - x)
        case .left: (right - y, x)
        }
    }

    @Test(arguments: Orientation.allCases)
    func picturesAreTurnedUpright(orientation: Orientation) throws {
        for (width, height) in [(1, 1), (5, 3), (1, 7), (6, 1), (16, 17)] {
            let stored = Size(width: width, height: height)
            let picture = Picture.noise(stored, opaque: false, seed: 3)
            let file = PNGFile(
                size: stored, colorType: 6, depth: 8, samples: picture.samples.map(Int.init),
                extraChunks: [("eXIf", exif(UInt8(orientation.rawValue)))])
            let decoded = try ImageDecoder.decode(file.bytes)
            #expect(decoded.orientation == orientation)
            let upright = decoded.image
            #expect(upright.size == (orientation.swapsAxes ? Size(width: height, height: width) : stored))
            for y in 0..<upright.height {
                for x in 0..<upright.width {
                    let from = source(orientation, x, y, stored: stored)
                    let (at, origin) = ((y * upright.width + x) * 4, (from.y * width + from.x) * 4)
                    #expect(upright.samples[at..<at + 4] == picture.samples[origin..<origin + 4])
                }
            }
        }
    }

    @Test func bothByteOrdersAndTypesAreRead() {
        for orientation in Orientation.allCases {
            let value = UInt8(orientation.rawValue)
            for bigEndian in [true, false] {
                for type: UInt8 in [3, 4] {
                    #expect(Orientation(exif: exif(value, bigEndian: bigEndian, type: type)[...]) == orientation)
                }
            }
        }
    }

    @Test func nonsenseTellsNothing() {
        let sound = exif(6)
        for count in 0..<sound.count - 2 { #expect(Orientation(exif: sound.prefix(count)) == nil) }
        #expect(Orientation(exif: exif(0)[...]) == nil)
        #expect(Orientation(exif: exif(9)[...]) == nil)
        #expect(Orientation(exif: exif(6, type: 2)[...]) == nil)
        #expect(Orientation(exif: [0x4D, 0x4D, 0, 42, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(Orientation(exif: [0x4D, 0x4D, 0, 42, 0, 0, 0, 0]) == nil)
        var manyEntries = sound
        manyEntries.replaceSubrange(8..<12, with: [0xFF, 0xFF, 0, 0])
        #expect(Orientation(exif: manyEntries[...]) == nil)
        var twoValues = sound
        twoValues[17] = 2
        #expect(Orientation(exif: twoValues[...]) == nil)
    }

    @Test func aBlockWithinALargerSliceIsRead() {
        let file = [1, 2, 3] + exif(8) + [4, 5]
        #expect(Orientation(exif: file[3..<file.count]) == .left)
    }

    @Test func encodersWriteNoOrientation() throws {
        for format in ImageFormat.allCases {
            let bytes = try ImageEncoder.encode(Picture.gradient(Size(width: 9, height: 5)), as: format)
            let decoded = try ImageDecoder.decode(bytes)
            #expect(decoded.orientation == .up)
            #expect(decoded.image.size == Size(width: 9, height: 5))
            #expect(!bytes.indices.contains { bytes[$0...].starts(with: Array("Exif".utf8)) })
        }
    }
}
