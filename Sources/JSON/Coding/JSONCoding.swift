/// Writes and reads `Codable` values as JSON, for values of several parts that are kept as one.
///
/// The text means what Foundation's coders with their defaults mean by it, both ways: optional members without a value
/// are left out, names that nobody asks for are passed over, a missing one is an error. Members may come in any order;
/// reading is fastest in the order in which they were written. Of a name that stands twice only one counts.
///
/// `Date` is a number as with Foundation's defaults; `Data`, `URL` and `Decimal`, to which Foundation's coders give
/// forms of their own, are not for these.
public enum JSONCoding {
    /// How deep arrays and objects may nest, in writing and in reading.
    public static let maximumDepth = 64

    /// The value as JSON in UTF-8.
    ///
    /// - Throws: `EncodingError` for a number that isn't finite, for deeper nesting than ``maximumDepth`` and for a
    ///   type that writes out of turn; or what the type itself throws.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        let output = EncodingOutput()
        try output.value(value)
        return try output.finished()
    }

    /// Reads a value.
    ///
    /// - Throws: `DecodingError`, which says where, and never what stood there; or what the type itself throws.
    public static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from bytes: [UInt8]) throws -> Value {
        do {
            var reader = TokenReader(maximumDepth: maximumDepth)
            let table = TokenTable(bytes: bytes, tokens: try reader.tokens(of: bytes))
            return try table.value(type, at: 0)
        } catch let error as JSONError {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "No JSON: \(error.problem) at \(error.offset).")
            )
        } catch DecodingError.dataCorrupted(let context) {
            // The standard library quotes the raw value that an enumeration doesn't know.
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: context.codingPath, debugDescription: "A value that can't be read.")
            )
        }
    }

    /// As ``decode(_:from:)-([UInt8])``, of bytes that somebody else keeps.
    public static func decode<Value: Decodable>(
        _ type: Value.Type = Value.self,
        from bytes: UnsafeRawBufferPointer
    ) throws -> Value {
        try decode(type, from: [UInt8](bytes))
    }
}

/// A step of a path to a value, for errors.
struct PathKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ index: Int) {
        stringValue = "Index \(index)"
        intValue = index
    }

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        self.init(intValue)
    }
}
