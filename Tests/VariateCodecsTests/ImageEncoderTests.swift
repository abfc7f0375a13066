import Testing
import VariateImaging

@testable import VariateCodecs

@Suite struct ImageEncoderTests {
    @Test(arguments: [Size(width: 1, height: 1), Size(width: 17, height: 9), Size(width: 64, height: 48)])
    func losslessRoundTripsAreExact(size: Size) throws {
        for opaque in [true, false] {
            let picture = Picture.noise(size, opaque: opaque, seed: 7)
            for encoding in [0, 1, 2, 6, 9].map(ImageEncoder.Encoding.png) + [.webpLossless] {
                let decoded = try ImageDecoder.decode(try ImageEncoder.encode(picture, as: encoding))
                #expect(decoded.image == picture, "\(encoding)")
                #expect(decoded.format == encoding.format)
                #expect(decoded.hasAlpha == !opaque)
                #expect(decoded.orientation == .up)
                #expect(!decoded.convertedProfile && !decoded.ignoredProfile && decoded.damage == nil)
            }
        }
    }

    @Test func lossyRoundTripsAreClose() throws {
        let picture = Picture.gradient(Size(width: 61, height: 43))
        for encoding: ImageEncoder.Encoding in [
            .jpeg(quality: 95, fullChroma: true), .jpeg(quality: 95, fullChroma: false), .webp(quality: 95),
        ] {
            let decoded = try ImageDecoder.decode(try ImageEncoder.encode(picture, as: encoding))
            #expect(decoded.image.size == picture.size)
            #expect(Picture.meanDifference(decoded.image, picture) < 3, "\(encoding)")
        }
    }

    @Test func jpegIsCompositedOnWhite() throws {
        let clear = Image(size: Size(width: 16, height: 16), red: 10, green: 20, blue: 30, alpha: 0)
        let half = Image(size: Size(width: 16, height: 16), red: 0, green: 0, blue: 0, alpha: 128)
        let encoding = ImageEncoder.Encoding.jpeg(quality: 100, fullChroma: true)
        #expect(try ImageDecoder.decode(try ImageEncoder.encode(clear, as: encoding)).image.samples[0] == 255)
        #expect(try ImageDecoder.decode(try ImageEncoder.encode(half, as: encoding)).image.samples[0] == 127)
    }

    @Test func lossyWebPKeepsAlpha() throws {
        let picture = Picture.gradient(Size(width: 40, height: 30), alpha: true)
        let decoded = try ImageDecoder.decode(try ImageEncoder.encode(picture, as: .webp(quality: 80)))
        #expect(decoded.hasAlpha)
        for i in stride(from: 3, to: picture.samples.count, by: 4) {
            #expect(decoded.image.samples[i] == picture.samples[i])
        }
    }

    @Test func valuesOutOfRangeAreBroughtToTheNearestEnd() throws {
        let picture = Picture.gradient(Size(width: 8, height: 8))
        #expect(
            try ImageEncoder.encode(picture, as: .jpeg(quality: 500, fullChroma: true))
                == ImageEncoder.encode(picture, as: .jpeg(quality: 100, fullChroma: true)))
        #expect(
            try ImageEncoder.encode(picture, as: .png(compression: -3))
                == ImageEncoder.encode(picture, as: .png(compression: 0)))
        #expect(
            try ImageEncoder.encode(picture, as: .webp(quality: 101))
                == ImageEncoder.encode(picture, as: .webp(quality: 100)))
    }

    @Test func standardEncodingsHaveTheirFormat() throws {
        let picture = Picture.gradient(Size(width: 8, height: 8))
        for format in ImageFormat.allCases {
            let bytes = try ImageEncoder.encode(picture, as: format)
            #expect(ImageFormat(magic: bytes) == format)
        }
    }

    @Test func sidesThatAFormatCannotHoldAreRefused() {
        let wide = Image(size: Size(width: 65_501, height: 1), red: 1, green: 2, blue: 3)
        for encoding: ImageEncoder.Encoding in [
            .jpeg(quality: 90, fullChroma: true), .webp(quality: 90), .webpLossless,
        ] {
            #expect(throws: CodecError.self) { try ImageEncoder.encode(wide, as: encoding) }
        }
        #expect(throws: Never.self) { try ImageEncoder.encode(wide, as: .png(compression: 1)) }
    }

    @Test func pngSaysThatItIsSRGB() throws {
        let bytes = try ImageEncoder.encode(Picture.gradient(Size(width: 3, height: 3)), as: .png)
        #expect(bytes[37..<41].elementsEqual("sRGB".utf8))
    }
}
