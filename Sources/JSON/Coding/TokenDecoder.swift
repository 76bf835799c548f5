/// Decodes one value of a JSON text. Small enough to be passed without an allocation.
struct TokenDecoder: Decoder, SingleValueDecodingContainer {
    let table: TokenTable
    let token: Int

    var codingPath: [any CodingKey] { table.path(to: token) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try KeyedTokens(table, token))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try UnkeyedTokens(table, token)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { table.isNull(token) }

    func decode(_ type: Bool.Type) throws -> Bool { try table.bool(token) }
    func decode(_ type: String.Type) throws -> String { try table.string(token) }
    func decode(_ type: Double.Type) throws -> Double { try table.double(token) }

    func decode(_ type: Float.Type) throws -> Float {
        let number = Float(try table.double(token))
        guard number.isFinite else { throw table.broken(token) }
        return number
    }

    func decode(_ type: Int.Type) throws -> Int { try table.integer(type, token) }
    func decode(_ type: Int8.Type) throws -> Int8 { try table.integer(type, token) }
    func decode(_ type: Int16.Type) throws -> Int16 { try table.integer(type, token) }
    func decode(_ type: Int32.Type) throws -> Int32 { try table.integer(type, token) }
    func decode(_ type: Int64.Type) throws -> Int64 { try table.integer(type, token) }
    func decode(_ type: UInt.Type) throws -> UInt { try table.integer(type, token) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try table.integer(type, token) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try table.integer(type, token) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try table.integer(type, token) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try table.integer(type, token) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try table.value(type, at: token) }
}
