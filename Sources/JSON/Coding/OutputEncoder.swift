/// Encodes one value into the output. Small enough to be passed without an allocation.
///
/// The way to a value isn't kept: what can go wrong in encoding is the program's fault and not the text's.
struct OutputEncoder: Encoder, SingleValueEncodingContainer {
    let output: EncodingOutput
    let place: EncodingOutput.Place

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(KeyedOutput(output, place))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { UnkeyedOutput(output, place) }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    private func integer(_ value: some FixedWidthInteger) throws {
        try output.begin(place)
        output.integer(value)
    }

    func encodeNil() throws {
        try output.begin(place)
        output.null()
    }

    func encode(_ value: Bool) throws {
        try output.begin(place)
        output.bool(value)
    }

    func encode(_ value: String) throws {
        try output.begin(place)
        output.string(value)
    }

    func encode(_ value: Double) throws {
        try output.begin(place)
        try output.double(value)
    }

    func encode(_ value: Float) throws {
        try output.begin(place)
        try output.float(value)
    }

    func encode(_ value: Int) throws { try integer(value) }
    func encode(_ value: Int8) throws { try integer(value) }
    func encode(_ value: Int16) throws { try integer(value) }
    func encode(_ value: Int32) throws { try integer(value) }
    func encode(_ value: Int64) throws { try integer(value) }
    func encode(_ value: UInt) throws { try integer(value) }
    func encode(_ value: UInt8) throws { try integer(value) }
    func encode(_ value: UInt16) throws { try integer(value) }
    func encode(_ value: UInt32) throws { try integer(value) }
    func encode(_ value: UInt64) throws { try integer(value) }

    func encode<Value: Encodable>(_ value: Value) throws {
        try output.begin(place)
        try output.value(value)
    }
}
