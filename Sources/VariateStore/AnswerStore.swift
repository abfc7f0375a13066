/// Answers that were paid for, on disk under the digest of the request that brought them.
///
/// An answer is one file, `answers/ab/ab3f…`: a line `variate-answer 1 DIGEST METADATA-BYTES BODY-BYTES`, the metadata,
/// and the provider's bytes verbatim. It is written whole or not at all, and checked against its SHA-256 when read. Any
/// number of processes may share a directory.
public struct AnswerStore: Sendable {
    /// One stored answer.
    public struct Answer: Sendable, Equatable {
        /// What the caller wants to remember about it; the store does not look inside.
        public var metadata: [UInt8]
        /// The provider's bytes.
        public var body: [UInt8]

        /// Pairs metadata with a body.
        public init(metadata: [UInt8], body: [UInt8]) {
            self.metadata = metadata
            self.body = body
        }
    }

    /// Where the answers are.
    public let directory: String
    private static let signature = "variate-answer 1"

    /// Opens the store, and creates its directory where it is missing (readable by its owner alone).
    /// - Throws: when the directory can be neither found nor created.
    public init(directory: String) throws(StoreError) {
        self.directory = directory
        try DurableFile.createDirectory("\(directory)/answers", mode: 0o700)
    }

    /// The answer under a key, or nil. A damaged file is set aside under `quarantine/` and counts as a miss.
    public func answer(for key: SHA256Digest) throws(StoreError) -> Answer? {
        let path = path(of: key)
        guard let content = try DurableFile.read(path) else { return nil }
        if let answer = Self.parse(content) { return answer }
        try DurableFile.createDirectory("\(directory)/quarantine", mode: 0o700)
        try DurableFile.write(content, to: "\(directory)/quarantine/\(key)")
        try DurableFile.remove(path)
        return nil
    }

    /// Stores an answer durably; when this returns, a power cut does not lose it.
    public func store(_ answer: Answer, for key: SHA256Digest) throws(StoreError) {
        let path = path(of: key)
        try DurableFile.createDirectory("\(directory)/answers/\(key.description.prefix(2))", mode: 0o700)
        let content = answer.metadata + answer.body
        let header =
            "\(Self.signature) \(SHA256Digest(of: content)) \(answer.metadata.count) \(answer.body.count)\n"
        try DurableFile.write(Array(header.utf8) + content, to: path)
    }

    private func path(of key: SHA256Digest) -> String {
        "\(directory)/answers/\(key.description.prefix(2))/\(key)"
    }

    private static func parse(_ content: [UInt8]) -> Answer? {
        guard let end = content.firstIndex(of: 0x0A) else { return nil }
        let words = String(decoding: content[..<end], as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 5, words[0...1].joined(separator: " ") == signature,
            let metadataCount = Int(words[3]), let bodyCount = Int(words[4]), metadataCount >= 0, bodyCount >= 0
        else { return nil }
        let rest = Array(content[(end + 1)...])
        guard rest.count == metadataCount + bodyCount, SHA256Digest(of: rest).description == words[2]
        else { return nil }
        return Answer(metadata: Array(rest[..<metadataCount]), body: Array(rest[metadataCount...]))
    }
}
