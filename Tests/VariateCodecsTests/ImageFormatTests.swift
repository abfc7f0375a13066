import Testing

@testable import VariateCodecs

@Suite struct ImageFormatTests {
    @Test func formatsAreToldByTheirFirstBytes() throws {
        for name in Fixture.names {
            let format = ImageFormat(magic: try Fixture.bytes(name))
            #expect(format.map { name.hasSuffix($0.fileExtension) } == true)
        }
        #expect(ImageFormat(magic: [UInt8]()) == nil)
        #expect(ImageFormat(magic: [0x89, 0x50, 0x4E, 0x47] as [UInt8]) == nil)
        #expect(ImageFormat(magic: Array("RIFF1234WEB".utf8)) == nil)
        #expect(ImageFormat(magic: Array("RIFF1234WEBP".utf8)) == .webp)
    }

    @Test func namesAreTheRegisteredOnes() {
        #expect(ImageFormat.allCases.map(\.mimeType) == ["image/png", "image/jpeg", "image/webp"])
        #expect(ImageFormat.allCases.map(\.displayName) == ["PNG", "JPEG", "WebP"])
        #expect(ImageFormat.allCases.map(\.fileExtension) == ["png", "jpg", "webp"])
    }
}
