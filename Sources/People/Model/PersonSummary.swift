/// The two things a list shows of a person, sealed as one short value so that a list opens one value a line.
struct PersonSummary: Equatable {
    let name: String
    /// ISO 8601 in its stated precision, or empty.
    let birthDate: String

    private static let separator: UInt8 = 0x1F

    init(name: String, birthDate: String) {
        self.name = name
        self.birthDate = birthDate
    }

    init(_ details: PersonDetails) {
        name = details.displayName
        birthDate = details.identity.birthDate ?? ""
    }

    init(opened bytes: UnsafeRawBufferPointer) {
        let split = bytes.lastIndex(of: Self.separator) ?? bytes.endIndex
        name = String(decoding: bytes[..<split], as: UTF8.self)
        birthDate = split < bytes.endIndex ? String(decoding: bytes[(split + 1)...], as: UTF8.self) : ""
    }

    var bytes: [UInt8] { Array(name.utf8.filter { $0 != Self.separator }) + [Self.separator] + Array(birthDate.utf8) }
}
