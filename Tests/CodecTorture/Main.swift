import Foundation
import VariateCodecs
import VariateImaging

/// Decodes damaged files until something gives way: meant to run under AddressSanitizer.
///
/// `CodecTorture [--corruptions N] [--seed N] FILE…` takes every file and some pictures encoded here, cuts each at
/// every sixteenth, and corrupts each format's files N times in all. It ends with a count on standard output, and exits
/// with 1 if a decoder's answer broke a promise, with 2 for wrong arguments. A memory error ends it at once.
@main
enum Main {
    static func main() throws {
        var corruptions = 2_000
        var seed: UInt64 = 1
        var paths: [String] = []
        var words = CommandLine.arguments.dropFirst()
        while let word = words.popFirst() {
            switch word {
            case "--corruptions": corruptions = try integer(words.popFirst())
            case "--seed": seed = UInt64(try integer(words.popFirst()))
            default: paths.append(word)
            }
        }
        var files: [VictimFile] = try encodedVictims()
        for path in paths {
            files.append(VictimFile(name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path)))))
        }
        var torture = Torture(seed: seed)
        for file in files { torture.truncate(file) }
        for format in ImageFormat.allCases {
            let victims = files.filter {
                ImageFormat(magic: $0.bytes) == format && $0.bytes.count <= Torture.largestVictim
            }
            torture.corrupt(victims, times: corruptions)
        }
        torture.report()
        if !torture.violations.isEmpty { exit(1) }
    }

    private static func integer(_ word: String?) throws -> Int {
        guard let word, let value = Int(word), value > 0 else {
            FileHandle.standardError.write(Data("a positive number is missing\n".utf8))
            exit(2)
        }
        return value
    }

    /// Pictures of a few sizes, encoded in every way that the encoders know.
    private static func encodedVictims() throws -> [VictimFile] {
        let encodings: [ImageEncoder.Encoding] = [
            .png(compression: 1), .png(compression: 9), .jpeg(quality: 85, fullChroma: true),
            .jpeg(quality: 60, fullChroma: false), .webp(quality: 80), .webpLossless,
        ]
        var victims: [VictimFile] = []
        for size in [Size(width: 1, height: 1), Size(width: 97, height: 65)] {
            var samples: [UInt8] = []
            for i in 0..<size.pixelCount {
                let (x, y) = (i % size.width, i / size.width)
                samples += [UInt8(x * 255 / size.width), UInt8(y * 255 / size.height), UInt8(x * y % 256)]
                samples.append(x > y ? 255 : UInt8(y % 256))
            }
            for encoding in encodings {
                let bytes = try ImageEncoder.encode(Image(size: size, samples: samples), as: encoding)
                victims.append(VictimFile(name: "\(encoding) of \(size)", bytes: bytes))
            }
        }
        return victims
    }
}

/// A sound file that is going to be damaged.
struct VictimFile {
    let name: String
    let bytes: [UInt8]
}
