import Testing
import VariateImaging

@testable import VariateCodecs

@Suite struct ImageDecoderTests {
    struct Answer {
        let name: String
        let size: Size
        /// Totals of red, green, blue and alpha over the upright picture.
        let totals: [Int]
        /// The pixel a third of the way across and down.
        let pixel: [Int]

        init(_ name: String, _ width: Int, _ height: Int, _ totals: [Int], _ pixel: [Int]) {
            self.name = name
            size = Size(width: width, height: height)
            self.totals = totals
            self.pixel = pixel
        }
    }

    /// From Pillow 13.0.0 with libjpeg-turbo 3.2.0, libwebp 1.6.0 and Little CMS 2.19: `exif_transpose`, then
    /// `convert("RGBA")`, or with a profile `ImageCms.profileToProfile` (relative colorimetric, black-point compensation).
    static let answers = [
        Answer("animation.webp", 48, 40, [253575, 231986, 203802, 489600], [229, 49, 35, 255]),
        Answer("cmyk-profile.jpg", 48, 40, [241011, 223843, 230636, 489600], [0, 140, 183, 255]),
        Answer("cmyk.jpg", 48, 40, [202962, 225456, 246028, 489600], [25, 188, 193, 255]),
        Answer("gray.jpg", 48, 40, [265043, 265043, 265043, 489600], [118, 118, 118, 255]),
        Answer("lossless-alpha.webp", 48, 40, [253575, 231986, 203802, 238800], [229, 49, 35, 85]),
        Answer("lossy-alpha.webp", 48, 40, [253659, 232018, 203643, 238800], [219, 41, 33, 85]),
        Answer("lossy.webp", 48, 40, [253340, 231730, 203641, 489600], [220, 39, 29, 255]),
        Answer("profile-orientation.jpg", 40, 48, [240459, 229682, 197493, 489600], [0, 157, 97, 255]),
        Answer("profile-orientation.png", 40, 48, [240656, 220174, 189643, 489600], [251, 0, 0, 255]),
        Answer("profile-orientation.webp", 40, 48, [240037, 229482, 197911, 489600], [182, 77, 114, 255]),
        Answer("rgb-adobe.jpg", 48, 40, [253558, 231986, 203758, 489600], [230, 46, 35, 255]),
        Answer("ycc-420.jpg", 48, 40, [253772, 231967, 203613, 489600], [225, 40, 37, 255]),
        Answer("ycc-progressive.jpg", 48, 40, [253471, 232036, 203838, 489600], [213, 50, 35, 255]),
        Answer("ycc-restart.jpg", 48, 40, [253906, 231886, 203802, 489600], [235, 35, 35, 255]),
        Answer("ycck-progressive.jpg", 48, 40, [177419, 236346, 188557, 489600], [86, 224, 66, 255]),
    ]

    /// Equal with the libraries of Debian 12; other versions may differ by a level here and there.
    @Test(arguments: answers.indices)
    func filesOfEveryKindEqualPillow(index: Int) throws {
        let answer = Self.answers[index]
        let decoded = try ImageDecoder.decode(contentsOf: Fixture.path(answer.name))
        let picture = decoded.image
        #expect(picture.size == answer.size)
        var totals = [0, 0, 0, 0]
        for (i, sample) in picture.samples.enumerated() { totals[i % 4] += Int(sample) }
        for channel in 0..<4 {
            #expect(abs(totals[channel] - answer.totals[channel]) <= picture.size.pixelCount / 4)
            let at = (picture.height / 3 * picture.width + picture.width / 3) * 4 + channel
            #expect(abs(Int(picture.samples[at]) - answer.pixel[channel]) <= 1)
        }
        #expect(decoded.convertedProfile == (answer.name.contains("profile") || answer.name == "gray.jpg"))
        #expect(!decoded.ignoredProfile)
        #expect(decoded.damage == nil)
        #expect(decoded.hasAlpha == (answer.name.contains("alpha") || answer.name.contains("animation")))
    }

    @Test func orientationsOfEveryFormatAreRead() throws {
        let expected: [(String, Orientation)] = [
            ("profile-orientation.png", .leftMirrored), ("profile-orientation.jpg", .right),
            ("profile-orientation.webp", .left), ("cmyk.jpg", .up),
        ]
        for (name, orientation) in expected {
            #expect(try ImageDecoder.decode(Fixture.bytes(name)).orientation == orientation)
        }
    }

    @Test(arguments: ["ycc-420.jpg", "ycc-progressive.jpg", "lossy.webp", "lossless-alpha.webp", "animation.webp"])
    func salvageKeepsTheUpperPart(name: String) throws {
        let bytes = try Fixture.bytes(name)
        let whole = try ImageDecoder.decode(bytes).image
        let salvaged = try ImageDecoder.decode(Array(bytes.prefix(bytes.count * 15 / 16)), salvage: true)
        #expect(salvaged.image.size == whole.size)
        guard case .truncated? = salvaged.damage else {
            Issue.record("\(String(describing: salvaged.damage))")
            return
        }
        // The first rows are those of the whole picture, up to what a progressive picture's last scan refines.
        let rows = whole.width * 4 * 4
        let upper = Size(width: whole.width, height: 4)
        let difference = Picture.meanDifference(
            Image(size: upper, samples: Array(whole.samples.prefix(rows))),
            Image(size: upper, samples: Array(salvaged.image.samples.prefix(rows))))
        #expect(difference < 4)
    }

    @Test func salvageOfASoundFileIsTheFile() throws {
        for name in Fixture.names {
            let bytes = try Fixture.bytes(name)
            let salvaged = try ImageDecoder.decode(bytes, salvage: true)
            #expect(salvaged.damage == nil)
            #expect(try salvaged.image == ImageDecoder.decode(bytes).image)
        }
    }

    /// Bit 28 of the lossless header (after the signature byte 0x2F at 20) tells whether alpha is used.
    @Test func alphaThatALosslessWebPDeniesIsDropped() throws {
        let picture = Picture.gradient(Size(width: 12, height: 9), alpha: true)
        var bytes = try ImageEncoder.encode(picture, as: .webpLossless)
        #expect(bytes[12..<16].elementsEqual("VP8L".utf8) && bytes[20] == 0x2F)
        bytes[24] &= ~0x10
        let decoded = try ImageDecoder.decode(bytes)
        #expect(!decoded.hasAlpha)
        #expect(decoded.image.isOpaque)
        #expect(decoded.image.samples[0..<3] == picture.samples[0..<3])
    }

    @Test func aWebPWhoseContainerIsLongerThanTheFileIsTruncated() throws {
        var bytes = try Fixture.bytes("lossy.webp")
        bytes[6] += 1
        #expect(throws: CodecError.self) { try ImageDecoder.decode(bytes) }
    }
}
