import Testing

@testable import CodecTorture
@testable import VariateCodecs

/// A short run of what `scripts/asan-codecs` does at length and under AddressSanitizer.
@Suite struct CorruptionTests {
    @Test(arguments: ImageFormat.allCases)
    func corruptFilesBreakNoPromise(format: ImageFormat) throws {
        var torture = Torture(seed: 11)
        let files = try Fixture.names.map { VictimFile(name: $0, bytes: try Fixture.bytes($0)) }
            .filter { ImageFormat(magic: $0.bytes) == format }
        #expect(files.count >= 5)
        torture.corrupt(files, times: 200)
        for file in files { torture.truncate(file) }
        #expect(torture.violations == [])
    }

    /// The fixture comes from another implementation (zlib.crc32), so its checksums are the reference.
    @Test func repairedChecksumsAreRight() throws {
        var file = try Fixture.bytes("type2-depth8.png")
        let sound = file
        file[29] ^= 0xFF
        file[file.count - 1] ^= 0xFF
        PNGChecksums.repair(&file)
        #expect(file == sound)
    }
}
