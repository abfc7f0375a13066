import Testing
import VariateImaging

@testable import VariateCodecs

@Suite struct PNGDecodingTests {
    static let sizes = [(13, 11), (1, 1), (8, 8), (3, 17), (33, 2), (5, 1)].map { Size(width: $0.0, height: $0.1) }

    /// The book's meaning of one pixel: samples scaled to eight bits (16-bit ones by their high byte), one colour
    /// transparent.
    private func pixel(_ file: PNGFile, _ x: Int, _ y: Int, palette: [UInt8], transparency: [UInt8]?) -> [UInt8] {
        let values = (0..<file.channels).map { file.sample(x, y, $0) }
        if file.colorType == 3 {
            let entry = values[0]
            let alpha = transparency.map { entry < $0.count ? $0[entry] : 255 } ?? 255
            return Array(palette[entry * 3..<entry * 3 + 3]) + [alpha]
        }
        let bytes = values.map { UInt8(file.depth == 16 ? $0 >> 8 : $0 * 255 / ((1 << file.depth) - 1)) }
        let isClear = transparency.map { $0 == values.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } } ?? false
        switch file.colorType {
        case 0: return [bytes[0], bytes[0], bytes[0], isClear ? 0 : 255]
        case 2: return bytes + [isClear ? 0 : 255]
        case 4: return [bytes[0], bytes[0], bytes[0], bytes[1]]
        default: return bytes
        }
    }

    @Test(arguments: PNGFile.kinds.indices)
    func everyKindIsReadByTheBook(index: Int) throws {
        let kind = PNGFile.kinds[index]
        var random = SplitMix64(seed: UInt64(index))
        for size in Self.sizes {
            for isInterlaced in [false, true] {
                for isTransparent in kind.colorType < 4 ? [false, true] : [false] {
                    let channels = [1, 0, 3, 1, 2, 0, 4][kind.colorType]
                    let samples = (0..<size.pixelCount * channels).map { _ in
                        Int.random(in: 0..<(1 << kind.depth), using: &random)
                    }
                    var file = PNGFile(
                        size: size, colorType: kind.colorType, depth: kind.depth, samples: samples,
                        isInterlaced: isInterlaced)
                    var palette: [UInt8] = []
                    if kind.colorType == 3 {
                        palette = (0..<3 << kind.depth).map { _ in UInt8.random(in: 0...255, using: &random) }
                        file.extraChunks.append(("PLTE", palette))
                    }
                    var transparency: [UInt8]?
                    if isTransparent {
                        let first = samples.prefix(channels).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
                        let chunk: [UInt8] = kind.colorType == 3 ? [0, 128] : first
                        file.extraChunks.append(("tRNS", chunk))
                        transparency = chunk
                    }
                    let decoded = try ImageDecoder.decode(file.bytes)
                    let expected = (0..<size.pixelCount).flatMap {
                        pixel(file, $0 % size.width, $0 / size.width, palette: palette, transparency: transparency)
                    }
                    #expect(decoded.image.size == size)
                    #expect(decoded.image.samples == expected, "\(kind) \(size) \(isInterlaced) \(isTransparent)")
                    #expect(decoded.isPaletted == (kind.colorType == 3))
                    #expect(decoded.hasAlpha == (isTransparent || kind.colorType >= 4))
                }
            }
        }
    }

    private func plain(_ extra: [(String, [UInt8])] = []) -> PNGFile {
        PNGFile(
            size: Size(width: 4, height: 3), colorType: 2, depth: 8, samples: (0..<36).map { $0 * 7 },
            extraChunks: extra.map { (type: $0.0, data: $0.1) })
    }

    @Test func gammaAndChromaticitiesAreIgnored() throws {
        let darker = plain([("gAMA", PNGFile.bigEndian(100_000)), ("cHRM", [UInt8](repeating: 9, count: 32))])
        #expect(try ImageDecoder.decode(darker.bytes).image == ImageDecoder.decode(plain().bytes).image)
    }

    @Test func nonsenseInChunksWithoutPixelsIsIgnored() throws {
        let odd = plain([
            ("tEXt", [0, 0, 0]), ("zTXt", [65, 0, 0, 1, 2, 3]), ("tIME", [9]), ("pHYs", []), ("eXIf", [1, 2]),
            ("bKGD", [1]),
        ])
        #expect(try ImageDecoder.decode(odd.bytes).image == ImageDecoder.decode(plain().bytes).image)
    }

    @Test func bytesAfterTheEndAreIgnored() throws {
        let bytes = plain().bytes
        #expect(try ImageDecoder.decode(bytes + [1, 2, 3]).image == ImageDecoder.decode(bytes).image)
    }

    @Test func aWrongChecksumIsDamage() throws {
        var bytes = plain().bytes
        bytes[29] ^= 1
        #expect(throws: CodecError.malformed(.png, "IHDR: CRC error")) { try ImageDecoder.decode(bytes) }
        let salvaged = try ImageDecoder.decode(bytes, salvage: true)
        #expect(try salvaged.image == ImageDecoder.decode(plain().bytes).image)
        #expect(salvaged.damage == .malformed(.png, "IHDR: CRC error"))
    }

    @Test func aMissingEndIsTruncation() throws {
        let whole = plain().bytes
        let cut = Array(whole.dropLast(12))
        #expect(throws: CodecError.truncated(.png, "the file ends inside a chunk")) { try ImageDecoder.decode(cut) }
        #expect(try ImageDecoder.decode(cut, salvage: true).image == ImageDecoder.decode(whole).image)
    }

    @Test(arguments: [false, true])
    func salvageKeepsTheRowsAboveTheCut(isInterlaced: Bool) throws {
        let size = Size(width: 40, height: 64)
        let file = PNGFile(
            size: size, colorType: 2, depth: 8, samples: (0..<size.pixelCount * 3).map { $0 % 251 },
            isInterlaced: isInterlaced)
        let whole = try ImageDecoder.decode(file.bytes).image
        let cut = Array(file.bytes.prefix(file.bytes.count / 2))
        let salvaged = try ImageDecoder.decode(cut, salvage: true)
        #expect(salvaged.image.size == size)
        guard case .truncated(.png, _)? = salvaged.damage else {
            Issue.record("\(String(describing: salvaged.damage))")
            return
        }
        if isInterlaced {
            // Pixels that are missing repeat a neighbour of an earlier pass; nothing is left grey.
            #expect(salvaged.image.samples[0..<4] == whole.samples[0..<4])
            #expect(salvaged.image.isOpaque)
        } else {
            #expect(salvaged.image.samples[0..<4_000] == whole.samples[0..<4_000])
            #expect(salvaged.image.samples.suffix(4) == [128, 128, 128, 255])
        }
    }

    @Test func aPaletteIndexBeyondThePaletteIsBlack() throws {
        let file = PNGFile(
            size: Size(width: 2, height: 1), colorType: 3, depth: 8, samples: [0, 200],
            extraChunks: [("PLTE", [10, 20, 30])])
        #expect(try ImageDecoder.decode(file.bytes).image.samples == [10, 20, 30, 255, 0, 0, 0, 255])
    }
}
