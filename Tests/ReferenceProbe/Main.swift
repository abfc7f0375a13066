import Foundation
import VariateImaging

/// Runs kernels for the Python reference tests over standard input and output.
///
/// A request is one line, `OPERATION key=value …`, followed by `bytes=N` bytes of payload if that key is there.
/// A reply is one line, `ok BYTES` or `error TEXT`, followed by that many bytes (little-endian samples or UTF-8 text).
/// The probe answers requests until its input ends, so that one process serves a whole test run.
@main
enum Main {
    static func main() throws {
        let input = FileHandle.standardInput
        let output = FileHandle.standardOutput
        while let line = readHeader(input) {
            do {
                let request = try Request(line: line, input: input)
                guard let operation = operations[request.operation] else {
                    throw ProbeError(description: "unknown operation \(request.operation)")
                }
                let reply = try operation(request)
                output.write(Data("ok \(reply.count)\n".utf8))
                output.write(reply)
            } catch {
                output.write(Data("error \(String(describing: error).replacing("\n", with: " "))\n".utf8))
            }
        }
    }

    /// Every operation by name; each family of kernels contributes a table in a file of its own.
    static let operations: [String: Operation] = [
        codecOperations, colorOperations, edgesOperations, effectOperations, gateOperations, geminiOperations,
        hashOperations, lumaOperations, resamplingOperations, ssimOperations, statisticsOperations,
    ].reduce(into: ["echo": { $0.payload }]) { $0.merge($1) { first, _ in first } }

    private static func readHeader(_ input: FileHandle) -> String? {
        var bytes: [UInt8] = []
        while let byte = input.readData(ofLength: 1).first {
            if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }
}
