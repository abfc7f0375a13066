/// What a file says about its pixels outside of its picture data. Unreadable parts are left out, never an error here.
struct Metadata: Equatable {
    /// The Exif orientation; upright when there is none.
    var orientation = Orientation.up
    /// An embedded colour profile, not yet judged; empty when there is none.
    var profile: [UInt8] = []
    /// A profile was announced but cannot be put together.
    var profileIsBroken = false

    /// Reads a file's metadata.
    /// - Complexity: O(segments or chunks in the file); picture data is skipped, not read.
    init(_ bytes: [UInt8], format: ImageFormat) {
        switch format {
        case .png: readPNG(bytes[...])
        case .jpeg: readJPEG(bytes[...])
        case .webp: readWebP(bytes[...])
        }
    }

    /// The largest real profiles, of printing presses, have a few megabytes.
    private static let longestProfile = 16 << 20

    /// Takes the orientation from the first Exif block that tells one.
    private mutating func take(exif block: ArraySlice<UInt8>) {
        if orientation == .up, let told = Orientation(exif: block) { orientation = told }
    }
}

extension Metadata {
    /// PNG 1.2 and its `eXIf` extension: chunks of length, type, data and checksum.
    private mutating func readPNG(_ bytes: ArraySlice<UInt8>) {
        var position = 8
        while position + 12 <= bytes.count {
            let length = bytes.bigEndianInteger(at: position, bytes: 4)
            guard length <= bytes.count - position - 12 else { return }
            let type = bytes[position + 4..<position + 8]
            let data = bytes[position + 8..<position + 8 + length]
            if type.elementsEqual("IEND".utf8) { return }
            if type.elementsEqual("eXIf".utf8) {
                take(exif: data)
            } else if type.elementsEqual("iCCP".utf8) {
                take(compressedProfile: data)
            }
            position += 12 + length
        }
    }

    /// An `iCCP` chunk: a name, a zero, the compression method (0) and a zlib stream. Only a file's first one counts and
    /// is inflated, however many follow.
    private mutating func take(compressedProfile data: ArraySlice<UInt8>) {
        guard profile.isEmpty, !profileIsBroken else { return }
        let stream = data.drop { $0 != 0 }.dropFirst()
        profile = stream.first == 0 ? Inflater.inflate(stream.dropFirst(), limit: Self.longestProfile) ?? [] : []
        profileIsBroken = profile.isEmpty
    }

    /// The WebP container: a RIFF file of even-sized chunks. Some programs leave JPEG's `Exif` prefix in.
    private mutating func readWebP(_ bytes: ArraySlice<UInt8>) {
        var position = 12
        while position + 8 <= bytes.count {
            let length = bytes.littleEndianInteger(at: position + 4, bytes: 4)
            let isProfile = bytes[position..<position + 4].elementsEqual("ICCP".utf8)
            guard length <= bytes.count - position - 8 else {
                if isProfile { profileIsBroken = true }
                return
            }
            let data = bytes[position + 8..<position + 8 + length]
            if isProfile { profile = Array(data) }
            if bytes[position..<position + 4].elementsEqual("EXIF".utf8) {
                take(exif: data.starts(with: Self.exifPrefix) ? data.dropFirst(Self.exifPrefix.count) : data)
            }
            position += 8 + length + length % 2
        }
    }
}

extension Metadata {
    private static let exifPrefix = Array("Exif\0\0".utf8)
    private static let profilePrefix = Array("ICC_PROFILE\0".utf8)

    /// JPEG segments up to the first scan: Exif in APP1, and the profile in numbered pieces in APP2 (ICC.1, annex B.4).
    private mutating func readJPEG(_ bytes: ArraySlice<UInt8>) {
        var pieces: [Int: ArraySlice<UInt8>] = [:]
        var announced = 0
        var position = 2
        while let segment = Self.nextSegment(bytes, from: position) {
            position = segment.data.endIndex
            if segment.marker == 0xE1, segment.data.starts(with: Self.exifPrefix) {
                take(exif: segment.data.dropFirst(Self.exifPrefix.count))
            } else if segment.marker == 0xE2, segment.data.starts(with: Self.profilePrefix) {
                let piece = segment.data.dropFirst(Self.profilePrefix.count)
                guard piece.count > 2, let number = piece.first, let total = piece.dropFirst().first else { continue }
                announced = max(announced, Int(total), Int(number))
                if pieces.updateValue(piece.dropFirst(2), forKey: Int(number)) != nil { profileIsBroken = true }
            }
        }
        guard announced > 0 else { return }
        for number in 1...announced {
            guard let piece = pieces[number], !profileIsBroken else {
                profileIsBroken = true
                profile = []
                return
            }
            profile += piece
        }
    }

    /// The next segment with data before the first scan, or nil when there is none.
    private static func nextSegment(
        _ bytes: ArraySlice<UInt8>, from start: Int
    ) -> (marker: UInt8, data: ArraySlice<UInt8>)? {
        var position = start
        while position + 4 <= bytes.count {
            guard bytes[position] == 0xFF else {
                position += 1
                continue
            }
            let marker = bytes[position + 1]
            switch marker {
            case 0xD9, 0xDA: return nil
            case 0x00, 0x01, 0xD0...0xD8: position += 2
            case 0xFF: position += 1
            default:
                let length = bytes.bigEndianInteger(at: position + 2, bytes: 2)
                guard length >= 2, length <= bytes.count - position - 2 else { return nil }
                return (marker, bytes[position + 4..<position + 2 + length])
            }
        }
        return nil
    }
}
