/// An object's members by their keys. The frequent types have a way of their own; the others go through a decoder.
struct KeyedTokens<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let table: TokenTable
    private let object: Int

    init(_ table: TokenTable, _ token: Int) throws {
        guard table[token].kind == .object else { throw table.mismatch([String: any Decodable].self, token) }
        self.table = table
        object = token
    }

    var codingPath: [any CodingKey] { table.path(to: object) }

    var allKeys: [Key] { table.names(of: object).compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { table.member(key.stringValue, of: object) != nil }

    private func token(_ key: Key) throws -> Int {
        guard let token = table.member(key.stringValue, of: object) else { throw table.missing(key, object) }
        return token
    }

    /// The value under a key, unless there is none or `null`.
    private func present(_ key: Key) -> Int? {
        guard let token = table.member(key.stringValue, of: object), !table.isNull(token) else { return nil }
        return token
    }

    func decodeNil(forKey key: Key) throws -> Bool { table.isNull(try token(key)) }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try table.bool(token(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try table.string(token(key)) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try table.double(token(key)) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try table.integer(type, token(key)) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try table.integer(type, token(key)) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try table.value(type, at: token(key))
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        guard let token = present(key) else { return nil }
        return try table.bool(token)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let token = present(key) else { return nil }
        return try table.string(token)
    }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        guard let token = present(key) else { return nil }
        return try table.double(token)
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        guard let token = present(key) else { return nil }
        return try table.integer(type, token)
    }

    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        guard let token = present(key) else { return nil }
        return try table.integer(type, token)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let token = present(key) else { return nil }
        return try table.value(type, at: token)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(try KeyedTokens<Nested>(table, token(key)))
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try UnkeyedTokens(table, token(key))
    }

    func superDecoder() throws -> any Decoder {
        guard let token = table.member("super", of: object) else {
            throw table.missing(PathKey(stringValue: "super"), object)
        }
        return TokenDecoder(table: table, token: token)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { TokenDecoder(table: table, token: try token(key)) }
}

/// An array's elements in their order. Small enough to be passed without an allocation.
struct UnkeyedTokens: UnkeyedDecodingContainer {
    private let table: TokenTable
    private let array: UInt32
    private var token: UInt32
    private var index: UInt32 = 0

    init(_ table: TokenTable, _ token: Int) throws {
        guard table[token].kind == .array else { throw table.mismatch([any Decodable].self, token) }
        self.table = table
        array = UInt32(token)
        self.token = array + 1
    }

    var codingPath: [any CodingKey] { table.path(to: Int(array)) + [PathKey(currentIndex)] }
    var count: Int? { Int(table[Int(array)].count) }
    var currentIndex: Int { Int(index) }
    var isAtEnd: Bool { token >= table[Int(array)].next }

    private func current(_ type: any Any.Type) throws -> Int {
        guard !isAtEnd else { throw table.ended(type, Int(array)) }
        return Int(token)
    }

    private mutating func advance() {
        token = table[Int(token)].next
        index += 1
    }

    mutating func decodeNil() throws -> Bool {
        guard table.isNull(try current(Never.self)) else { return false }
        advance()
        return true
    }

    mutating func decode(_ type: String.Type) throws -> String {
        let value = try table.string(try current(type))
        advance()
        return value
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try table.value(type, at: try current(type))
        advance()
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let nested = try KeyedTokens<Key>(table, try current([String: any Decodable].self))
        advance()
        return KeyedDecodingContainer(nested)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let nested = try UnkeyedTokens(table, try current([any Decodable].self))
        advance()
        return nested
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = TokenDecoder(table: table, token: try current((any Decoder).self))
        advance()
        return decoder
    }
}
