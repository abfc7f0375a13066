import Synchronization
import Testing
import VariateCodecs
import VariateImaging

@testable import Variate

/// Counts from any thread.
final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func increment() { count.withLock { $0 += 1 } }
}

@Suite struct GeminiSourceEncoderTests {
    /// Writes what it was asked into the file, as many bytes as the picture has pixels.
    private let encoder = SourceEncoder(
        resize: { image, size in Image(size: size, red: 0, green: 0, blue: 0, alpha: image.samples[3]) },
        encode: { image, encoding in
            let letter: UInt8 =
                encoding == .png(compression: 6) ? 80 : encoding == .jpeg(quality: 95, fullChroma: true) ? 74 : 0
            return [UInt8](repeating: letter, count: image.size.pixelCount)
        }, maximumBytes: 5000)

    @Test(arguments: [(ImageFormat.png, "image/png"), (.jpeg, "image/jpeg"), (.webp, "image/webp")])
    func aFileThatFitsGoesAsItIs(format: ImageFormat, mimeType: String) throws {
        let source = geminiSource(100, 50, bytes: [1, 2, 3], format: format)
        let inline = try encoder.inline(source, maximumSide: 100)
        #expect(inline == InlineImage(mimeType: mimeType, bytes: [1, 2, 3]))
    }

    @Test func aTurnedFileIsSentUpright() throws {
        let inline = try encoder.inline(geminiSource(10, 5, orientation: .right), maximumSide: 100)
        #expect(inline == InlineImage(mimeType: "image/jpeg", bytes: [UInt8](repeating: 74, count: 50)))
    }

    @Test(arguments: [
        (100, 50, 50, 50 * 25), (50, 100, 50, 25 * 50), (101, 3, 50, 50 * 1), (1000, 1, 10, 10), (100, 50, 100, 0),
    ])
    func aLargePictureIsShrunkInShape(width: Int, height: Int, side: Int, pixels: Int) throws {
        let inline = try encoder.inline(geminiSource(width, height), maximumSide: side)
        #expect(inline.bytes.count == (pixels == 0 ? 4 : pixels))
    }

    @Test func aHeavyFileIsEncodedAnew() throws {
        let source = geminiSource(20, 20, bytes: [UInt8](repeating: 9, count: 5001))
        #expect(try encoder.inline(source, maximumSide: 100).bytes.count == 400)
    }

    @Test func aCopyThatStaysHeavyIsShrunkFurther() throws {
        let source = geminiSource(100, 100, bytes: [UInt8](repeating: 9, count: 5001))
        // 100², 75², 56²: the first two exceed 5000 bytes.
        #expect(try encoder.inline(source, maximumSide: 100).bytes.count == 56 * 56)
    }

    @Test func transparencyIsKept() throws {
        let source = geminiSource(20, 20, hasAlpha: true, alpha: 128)
        #expect(try encoder.inline(source, maximumSide: 10).mimeType == "image/png")
        let opaque = geminiSource(20, 20, hasAlpha: true)
        #expect(try encoder.inline(opaque, maximumSide: 10).mimeType == "image/jpeg")
    }

    @Test func aPictureThatCannotBeEncodedIsNotSent() {
        let broken = SourceEncoder(
            resize: { image, _ in image },
            encode: { (_, _) throws(CodecError) in throw .unencodable(.jpeg, "no") }, maximumBytes: 10)
        let never = SourceEncoder(resize: { image, _ in image }, encode: { _, _ in [1, 2, 3] }, maximumBytes: 2)
        for encoder in [broken, never] {
            let failure = #expect(throws: GenerationFailure.self) {
                try encoder.inline(geminiSource(20, 20), maximumSide: 10)
            }
            #expect(failure?.kind == .invalidRequest && failure?.charge == .notSent)
        }
    }
}
