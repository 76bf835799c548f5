/// Writes an object. The frequent types have a way of their own; the others go through an encoder.
struct KeyedOutput<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let output: EncodingOutput
    private let object: EncodingOutput.Place

    init(_ output: EncodingOutput, _ place: EncodingOutput.Place) {
        self.output = output
        object = output.open(place, isObject: true)
    }

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws {
        try output.key(key.stringValue, in: object)
        output.null()
    }

    func encode(_ value: Bool, forKey key: Key) throws {
        try output.key(key.stringValue, in: object)
        output.bool(value)
    }

    func encode(_ value: String, forKey key: Key) throws {
        try output.key(key.stringValue, in: object)
        output.string(value)
    }

    func encode(_ value: Double, forKey key: Key) throws {
        try output.key(key.stringValue, in: object)
        try output.double(value)
    }

    func encode(_ value: Int, forKey key: Key) throws {
        try output.key(key.stringValue, in: object)
        output.integer(value)
    }

    func encode(_ value: Int64, forKey key: Key) throws {
        try output.key(key.stringValue, in: object)
        output.integer(value)
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try output.key(key.stringValue, in: object)
        try output.value(value)
    }

    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: Int64?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(KeyedOutput<Nested>(output, output.memberPlace(key.stringValue, in: object)))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        UnkeyedOutput(output, output.memberPlace(key.stringValue, in: object))
    }

    func superEncoder() -> any Encoder {
        OutputEncoder(output: output, place: output.memberPlace("super", in: object))
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        OutputEncoder(output: output, place: output.memberPlace(key.stringValue, in: object))
    }
}

/// Writes an array.
struct UnkeyedOutput: UnkeyedEncodingContainer {
    private let output: EncodingOutput
    private let array: EncodingOutput.Place

    init(_ output: EncodingOutput, _ place: EncodingOutput.Place) {
        self.output = output
        array = output.open(place, isObject: false)
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int { output.count(of: array) }

    func encodeNil() throws {
        try output.element(in: array)
        output.null()
    }

    func encode(_ value: String) throws {
        try output.element(in: array)
        output.string(value)
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        try output.element(in: array)
        try output.value(value)
    }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(KeyedOutput<Key>(output, output.elementPlace(in: array)))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedOutput(output, output.elementPlace(in: array))
    }

    func superEncoder() -> any Encoder {
        OutputEncoder(output: output, place: output.elementPlace(in: array))
    }
}
