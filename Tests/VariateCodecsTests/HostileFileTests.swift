import Testing
import VariateImaging

@testable import CodecTorture
@testable import VariateCodecs

@Suite struct HostileFileTests {
    private func fault(_ bytes: [UInt8], limits: DecodingLimits = DecodingLimits(), salvage: Bool = false)
        -> CodecError?
    {
        do {
            _ = try ImageDecoder.decode(bytes, limits: limits, salvage: salvage)
            return nil
        } catch {
            return error
        }
    }

    /// A PNG whose header claims a size, and nothing else of which is true.
    private func bomb(_ width: Int, _ height: Int) -> [UInt8] {
        let header = PNGFile.bigEndian(width) + PNGFile.bigEndian(height) + [8, 6, 0, 0, 0]
        let small = PNGFile(size: Size(width: 1, height: 1), colorType: 0, depth: 8, samples: [0]).bytes
        var file = Array(small.prefix(8)) + PNGFile.chunk("IHDR", header) + small.dropFirst(33)
        PNGChecksums.repair(&file)
        return file
    }

    @Test func nothingAndNonsense() {
        #expect(fault([]) == .empty)
        #expect(fault([0]) == .unrecognized)
        #expect(fault(Array("GIF89a and so on".utf8)) == .unrecognized)
        #expect(fault(Array("RIFF....WAVEfmt ".utf8)) == .unrecognized)
        #expect(fault([UInt8](repeating: 0, count: 4_096)) == .unrecognized)
    }

    @Test func absurdDimensionsAreRefusedBeforeAllocation() {
        for salvage in [false, true] {
            #expect(
                fault(bomb(60_000, 60_000), salvage: salvage)
                    == .exceedsLimit("its longest side in pixels", found: 60_000, allowed: 32_768))
            #expect(
                fault(bomb(30_000, 30_000), salvage: salvage)
                    == .exceedsLimit("its number of pixels", found: 900_000_000, allowed: 100_000_000))
            #expect(
                fault(bomb(0x7FFF_FFFF, 0x7FFF_FFFF), salvage: salvage)
                    == .exceedsLimit("its longest side in pixels", found: 0x7FFF_FFFF, allowed: 32_768))
            let jpeg = JPEGFile(width: 65_500, height: 65_500).header
            #expect(
                fault(jpeg, salvage: salvage)
                    == .exceedsLimit("its longest side in pixels", found: 65_500, allowed: 32_768))
        }
        guard case .malformed(.png, _)? = fault(bomb(0, 5)) else {
            Issue.record("a picture without pixels")
            return
        }
    }

    /// The whole 400 MB would be allocated for a file of 70 bytes if its length were not compared.
    @Test func aFileTooShortForItsSizeIsTruncated() {
        for bytes in [bomb(10_000, 10_000), JPEGFile(width: 10_000, height: 10_000).header] {
            guard case .truncated(_, let text)? = fault(bytes) else {
                Issue.record("not refused as truncated")
                return
            }
            #expect(text.hasSuffix("cannot hold 10000x10000 pixels"))
        }
    }

    @Test func limitsAreTheCallers() throws {
        let bytes = try ImageEncoder.encode(Picture.gradient(Size(width: 30, height: 20)), as: .webp)
        #expect(fault(bytes, limits: DecodingLimits(maximumSide: 30, maximumPixels: 600)) == nil)
        #expect(
            fault(bytes, limits: DecodingLimits(maximumSide: 29))
                == .exceedsLimit("its longest side in pixels", found: 30, allowed: 29))
        #expect(
            fault(bytes, limits: DecodingLimits(maximumPixels: 599))
                == .exceedsLimit("its number of pixels", found: 600, allowed: 599))
        #expect(
            fault(bytes, limits: DecodingLimits(maximumBytes: 10))
                == .exceedsLimit("the size of the file in bytes", found: bytes.count, allowed: 10))
    }

    @Test func tenThousandScansAreRefused() throws {
        #expect(try ImageDecoder.decode(JPEGFile().bytes).image.samples.prefix(4) == [128, 128, 128, 255])
        #expect(fault(JPEGFile(scansOfFirst: 198).bytes) == nil)
        for salvage in [false, true] {
            #expect(
                fault(JPEGFile(scansOfFirst: 10_000).bytes, salvage: salvage)
                    == .exceedsLimit("the number of its scans", found: 201, allowed: 200))
            #expect(
                fault(JPEGFile(scansOfFirst: 5).bytes, limits: DecodingLimits(maximumScans: 6), salvage: salvage)
                    == .exceedsLimit("the number of its scans", found: 7, allowed: 6))
        }
    }

    @Test func largePicturesMayHaveFewerScans() {
        let limits = DecodingLimits()
        #expect(limits.effectiveScans(pixels: 1) == 200)
        #expect(limits.effectiveScans(pixels: 10_000_000) == 200)
        #expect(limits.effectiveScans(pixels: 50_000_000) == 40)
        #expect(limits.effectiveScans(pixels: 100_000_000) == 20)
        #expect(DecodingLimits(maximumScans: 3).effectiveScans(pixels: 100_000_000) == 3)
    }

    @Test func unsupportedKindsOfJPEGAreSaidToBeThat() {
        for file in [
            JPEGFile(precision: 12), JPEGFile(frame: 0xC3), JPEGFile(components: 2), JPEGFile(height: 0),
            JPEGFile(height: 65_535),
        ] {
            guard case .unsupported(.jpeg, let text)? = fault(file.bytes) else {
                Issue.record("\(String(describing: fault(file.bytes))) for \(file)")
                continue
            }
            #expect(!text.isEmpty)
        }
    }

    @Test func harmlessOdditiesOfJPEGPass() throws {
        let plain = try ImageDecoder.decode(JPEGFile().bytes).image
        #expect(try ImageDecoder.decode(JPEGFile(trailing: [0, 0, 0]).bytes).image == plain)
        #expect(try ImageDecoder.decode(JPEGFile().bytes + [0xFF, 0xD8, 0xFF, 1, 2, 3]).image == plain)
    }

    @Test func theEndMarkOfAJPEGIsWanted() throws {
        let bytes = Array(JPEGFile().bytes.dropLast(2))
        #expect(fault(bytes) == .truncated(.jpeg, "Premature end of JPEG file"))
        let salvaged = try ImageDecoder.decode(bytes, salvage: true)
        #expect(salvaged.damage == .truncated(.jpeg, "Premature end of JPEG file"))
        #expect(try salvaged.image == ImageDecoder.decode(JPEGFile().bytes).image)
    }

    /// Every file of every kind, cut at each sixteenth.
    @Test(arguments: Fixture.names)
    func aCutFileIsNeverAWholePicture(name: String) throws {
        let bytes = try Fixture.bytes(name)
        let whole = try ImageDecoder.decode(bytes)
        #expect(whole.damage == nil)
        for part in 0..<16 {
            let cut = Array(bytes.prefix(bytes.count * part / 16))
            switch fault(cut) {
            case .truncated?, .empty?, .unrecognized?: break
            case let other: Issue.record("\(String(describing: other)) at \(part)/16")
            }
            if let salvaged = try? ImageDecoder.decode(cut, salvage: true) {
                #expect(salvaged.image.size == whole.image.size || whole.orientation.swapsAxes)
                #expect(salvaged.damage != nil)
            }
        }
    }
}
