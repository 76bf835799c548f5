import CLibPQ

/// The values of one statement in the form that libpq takes: one block of bytes, binary throughout.
struct PostgresParameters {
    /// The types' object ids: int8, float8, text, bytea; 0 for NULL, whose type the server infers.
    let types: [Oid]
    private let lengths: [CInt]
    private let formats: [CInt]
    private let offsets: [Int?]
    // One byte more than needed, so that an empty blob still has an address: no address would mean NULL.
    private let storage: [UInt8]

    var count: CInt { CInt(types.count) }

    init(_ values: [SQLValue]) {
        var types: [Oid] = []
        var lengths: [CInt] = []
        var offsets: [Int?] = []
        var storage: [UInt8] = []
        types.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        offsets.reserveCapacity(values.count)
        storage.reserveCapacity(values.count * 36 + 1)
        for value in values {
            let start = storage.count
            switch value {
            case .null: break
            case .integer(let number): Self.append(UInt64(bitPattern: number), to: &storage)
            case .real(let number): Self.append(number.bitPattern, to: &storage)
            case .text(let text): storage.append(contentsOf: text.utf8)
            case .blob(let bytes): storage.append(contentsOf: bytes)
            }
            types.append(Self.type(of: value))
            lengths.append(CInt(storage.count - start))
            offsets.append(value == .null ? nil : start)
        }
        storage.append(0)
        self.types = types
        self.lengths = lengths
        self.offsets = offsets
        self.storage = storage
        formats = Array(repeating: 1, count: values.count)
    }

    /// Lends the values, lengths and formats to a call of libpq; all are valid only inside `body`.
    func withPointers<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) -> Result
    ) -> Result {
        guard !types.isEmpty else { return body(nil, nil, nil) }
        return storage.withUnsafeBytes { bytes in
            let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers = offsets.map { offset -> UnsafePointer<CChar>? in
                guard let offset, let start else { return nil }
                return start + offset
            }
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(pointers.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }

    private static func type(of value: SQLValue) -> Oid {
        switch value {
        case .null: 0
        case .integer: PostgresType.int8
        case .real: PostgresType.float8
        case .text: PostgresType.text
        case .blob: PostgresType.bytea
        }
    }

    private static func append(_ number: UInt64, to storage: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { storage.append(contentsOf: $0) }
    }
}

/// Object ids of PostgreSQL's built-in types; fixed for ever by its catalogue (pg_type.dat).
enum PostgresType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let unknown: Oid = 705
    static let bpchar: Oid = 1042
    static let varchar: Oid = 1043
}
