/// Encodes values as JSON with members in the order in which they are encoded: for synthesised conformances, the order
/// in which the properties are declared. Dictionaries are written in the order of their sorted keys.
///
/// Every document that leaves this library is written by this encoder, so that the same value is always the same bytes.
public struct OrderedJSONEncoder: Sendable {
    /// Creates an encoder.
    public init() {}

    /// The document that stands for a value.
    /// - Throws: what the value's own `encode(to:)` throws.
    public func encode(_ value: some Encodable) throws -> JSONValue {
        let box = JSONBox()
        try box.encode(value, codingPath: [])
        return box.value
    }
}

/// A place in the document that is being built.
private final class JSONBox {
    enum Content {
        case scalar(JSONValue)
        case array([JSONBox])
        case object([(name: String, box: JSONBox)])
    }

    var content = Content.scalar(.null)

    var value: JSONValue {
        switch content {
        case .scalar(let value): value
        case .array(let boxes): .array(boxes.map(\.value))
        case .object(let members): .object(members.map { JSONValue.Member($0.name, $0.box.value) })
        }
    }

    func encode<Value: Encodable>(_ value: Value, codingPath: [any CodingKey]) throws {
        switch value {
        case let value as JSONValue: content = .scalar(value)
        case let value as Bool: content = .scalar(.flag(value))
        case let value as String: content = .scalar(.text(value))
        case let value as Double: content = .scalar(.number(value))
        case let value as Float: content = .scalar(Double(value.description).map(JSONValue.number) ?? .null)
        case let value as UInt64: content = .scalar(.unsigned(value))
        case let value as UInt: content = .scalar(.unsigned(UInt64(value)))
        case let value as any BinaryInteger: content = .scalar(.integer(Int(value)))
        case let value as [String: any Encodable]: try encodeMembers(value, codingPath: codingPath)
        default: try value.encode(to: BoxEncoder(box: self, codingPath: codingPath))
        }
    }

    /// A dictionary has no order of its own: its keys are sorted.
    private func encodeMembers(_ members: [String: any Encodable], codingPath: [any CodingKey]) throws {
        becomeObject()
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            try member(name).encode(value, codingPath: codingPath)
        }
    }

    /// A new member of this object.
    func member(_ name: String) -> JSONBox {
        let box = JSONBox()
        var members: [(name: String, box: JSONBox)] = []
        if case .object(let earlier) = content { members = earlier }
        members.append((name, box))
        content = .object(members)
        return box
    }

    /// A new element of this array.
    func element() -> JSONBox {
        let box = JSONBox()
        var boxes: [JSONBox] = []
        if case .array(let earlier) = content { boxes = earlier }
        boxes.append(box)
        content = .array(boxes)
        return box
    }

    func becomeObject() {
        if case .object = content { return }
        content = .object([])
    }

    func becomeArray() {
        if case .array = content { return }
        content = .array([])
    }
}

private struct BoxEncoder: Encoder {
    let box: JSONBox
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        box.becomeObject()
        return KeyedEncodingContainer(ObjectContainer<Key>(box: box, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        box.becomeArray()
        return ArrayContainer(box: box, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        ScalarContainer(box: box, codingPath: codingPath)
    }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let box: JSONBox
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { box.member(key.stringValue).content = .scalar(.null) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try box.member(key.stringValue).encode(value, codingPath: codingPath + [key])
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        BoxEncoder(box: box.member(key.stringValue), codingPath: codingPath + [key]).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        BoxEncoder(box: box.member(key.stringValue), codingPath: codingPath + [key]).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { BoxEncoder(box: box.member("super"), codingPath: codingPath) }

    func superEncoder(forKey key: Key) -> any Encoder {
        BoxEncoder(box: box.member(key.stringValue), codingPath: codingPath + [key])
    }
}

private struct ArrayContainer: UnkeyedEncodingContainer {
    let box: JSONBox
    let codingPath: [any CodingKey]

    var count: Int {
        if case .array(let boxes) = box.content { boxes.count } else { 0 }
    }

    func encodeNil() { box.element().content = .scalar(.null) }

    func encode<Value: Encodable>(_ value: Value) throws {
        try box.element().encode(value, codingPath: codingPath)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        BoxEncoder(box: box.element(), codingPath: codingPath).container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        BoxEncoder(box: box.element(), codingPath: codingPath).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { BoxEncoder(box: box.element(), codingPath: codingPath) }
}

private struct ScalarContainer: SingleValueEncodingContainer {
    let box: JSONBox
    let codingPath: [any CodingKey]

    func encodeNil() { box.content = .scalar(.null) }

    func encode<Value: Encodable>(_ value: Value) throws { try box.encode(value, codingPath: codingPath) }
}

extension JSONValue: Encodable {
    /// Encodes for other encoders; `OrderedJSONEncoder` takes the value as it is.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var container = encoder.container(keyedBy: MemberName.self)
            for member in members { try container.encode(member.value, forKey: MemberName(stringValue: member.name)) }
        case .array(let values):
            var container = encoder.unkeyedContainer()
            for value in values { try container.encode(value) }
        case .null, .flag, .integer, .unsigned, .number, .text:
            try encodeScalar(to: encoder)
        }
    }

    private func encodeScalar(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .flag(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .unsigned(let value): try container.encode(value)
        case .number(let value) where value.isFinite: try container.encode(value)
        case .text(let value): try container.encode(value)
        case .null, .number, .array, .object: try container.encodeNil()
        }
    }

    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
