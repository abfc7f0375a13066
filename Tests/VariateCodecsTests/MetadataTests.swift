import Testing
import VariateImaging

@testable import VariateCodecs

@Suite struct MetadataTests {
    private let jpeg: [UInt8] = [0xFF, 0xD8]
    private let prefix = Array("ICC_PROFILE\0".utf8)

    private func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 0xFF)] + data
    }

    private func piece(_ number: UInt8, of total: UInt8, _ data: [UInt8]) -> [UInt8] {
        segment(0xE2, prefix + [number, total] + data)
    }

    @Test func aProfileInPiecesIsPutTogetherInOrder() {
        let file = jpeg + piece(2, of: 3, [3, 4]) + piece(1, of: 3, [1, 2]) + piece(3, of: 3, [5])
        let metadata = Metadata(file, format: .jpeg)
        #expect(metadata.profile == [1, 2, 3, 4, 5])
        #expect(!metadata.profileIsBroken)
    }

    @Test func aMissingOrRepeatedPieceBreaksTheProfile() {
        for pieces in [
            piece(1, of: 2, [1]), piece(2, of: 2, [1]), piece(1, of: 1, [1]) + piece(1, of: 1, [2]),
            piece(5, of: 2, [1]), piece(0, of: 1, [1]),
        ] {
            let metadata = Metadata(jpeg + pieces, format: .jpeg)
            #expect(metadata.profile.isEmpty)
            #expect(metadata.profileIsBroken)
        }
    }

    @Test func segmentsAreFoundBehindFillBytesAndGarbage() {
        let file = jpeg + [0xFF, 0xFF] + segment(0xE0, [1]) + [7, 7, 0xFF, 0x01] + piece(1, of: 1, [9])
        #expect(Metadata(file, format: .jpeg).profile == [9])
    }

    @Test func nothingIsReadAfterTheFirstScan() {
        let file = jpeg + segment(0xDA, [1]) + piece(1, of: 1, [9])
        #expect(Metadata(file, format: .jpeg).profile.isEmpty)
    }

    @Test func lengthsThatLeadOutOfTheFileEndTheSearch() {
        let files: [([UInt8], ImageFormat)] = [
            (jpeg + [0xFF, 0xE2, 0xFF, 0xFF, 1], .jpeg), (jpeg + [0xFF, 0xE2, 0, 0, 1], .jpeg), (jpeg + [0xFF], .jpeg),
            ([UInt8](repeating: 0, count: 8) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("eXIf....".utf8), .png),
            (Array("RIFF....WEBPEXIF".utf8) + [0xFF, 0xFF, 0xFF, 0xFF, 1], .webp),
        ]
        for (file, format) in files {
            for count in 0...file.count {
                let metadata = Metadata(Array(file.prefix(count)), format: format)
                #expect(metadata.orientation == .up)
                #expect(metadata.profile.isEmpty)
            }
        }
    }

    private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let length = (0..<4).map { UInt8(truncatingIfNeeded: data.count >> (24 - 8 * $0)) }
        return length + Array(type.utf8) + data + [0, 0, 0, 0]
    }

    private func png(_ chunks: [UInt8]...) -> [UInt8] { [UInt8](repeating: 0, count: 8) + chunks.joined() }

    @Test func onlyTheFirstCompressedProfileCounts() {
        let good = chunk("iCCP", Array("P3\0\0".utf8) + PNGFile.stored([1, 2, 3]))
        let other = chunk("iCCP", Array("P3\0\0".utf8) + PNGFile.stored([4]))
        let broken = chunk("iCCP", Array("P3\0\0".utf8) + [1, 2, 3])
        #expect(Metadata(png(good, other), format: .png).profile == [1, 2, 3])
        #expect(!Metadata(png(good, broken), format: .png).profileIsBroken)
        let metadata = Metadata(png(broken, good), format: .png)
        #expect(metadata.profile.isEmpty && metadata.profileIsBroken)
    }

    @Test func aProfileLongerThanAnyRealOneIsBroken() {
        let long = chunk("iCCP", Array("P3\0\0".utf8) + PNGFile.stored([UInt8](repeating: 0, count: (16 << 20) + 1)))
        let metadata = Metadata(png(long), format: .png)
        #expect(metadata.profile.isEmpty && metadata.profileIsBroken)
    }

    @Test func nothingIsReadAfterTheEndOfThePicture() {
        let good = chunk("iCCP", Array("P3\0\0".utf8) + PNGFile.stored([1, 2, 3]))
        let metadata = Metadata(png(chunk("IEND", []), good), format: .png)
        #expect(metadata.profile.isEmpty && !metadata.profileIsBroken)
    }

    @Test func aCompressedProfileIsInflated() {
        let stream = PNGFile.stored([1, 2, 3])
        #expect(Inflater.inflate(stream[...], limit: 1 << 20) == [1, 2, 3])
        #expect(Inflater.inflate(stream.dropLast(), limit: 1 << 20) == nil)
        #expect(Inflater.inflate([], limit: 1 << 20) == nil)
        let long = [UInt8](repeating: 7, count: 100_000)
        #expect(Inflater.inflate(PNGFile.stored(long)[...], limit: 1 << 20) == long)
        #expect(Inflater.inflate(PNGFile.stored(long)[...], limit: 50_000) == nil)
    }

    @Test(arguments: [
        Array("P3\0\0".utf8) + [1, 2, 3], Array("no end of the name".utf8), Array("P3\0\u{1}".utf8), [],
        Array("P3\0\0".utf8) + PNGFile.stored([UInt8](repeating: 1, count: 300)),
    ])
    func aBrokenProfileIsIgnoredAndRecorded(chunk: [UInt8]) throws {
        let size = Size(width: 2, height: 1)
        var file = PNGFile(size: size, colorType: 2, depth: 8, samples: [1, 2, 3, 4, 5, 6])
        let plain = try ImageDecoder.decode(file.bytes)
        file.extraChunks = [("iCCP", chunk)]
        let decoded = try ImageDecoder.decode(file.bytes)
        #expect(decoded.ignoredProfile && !decoded.convertedProfile)
        #expect(decoded.image == plain.image)
    }
}
