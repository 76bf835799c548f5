/// How much of a form is read.
public struct FormLimits: Sendable, Hashable {
    public var bytes: Int
    public var fields: Int

    public init(bytes: Int = 1 << 20, fields: Int = 1000) {
        self.bytes = bytes
        self.fields = fields
    }
}

/// The values of a form or query as they were sent: in order, a name as often as it came.
public struct FormData: Sendable, Hashable {
    /// One value with its name.
    public struct Field: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The hidden field that proves that a form came from one of this site's pages.
    public static let tokenField = "_token"

    public private(set) var fields: [Field]

    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// Reads `application/x-www-form-urlencoded`. Broken escapes and broken UTF-8 are a 400, too much is a 413.
    public init(urlEncoded bytes: some Collection<UInt8>, limits: FormLimits = FormLimits()) throws(WebError) {
        guard bytes.count <= limits.bytes else { throw .payloadTooLarge(limit: limits.bytes) }
        fields = []
        for pair in bytes.split(separator: UInt8(ascii: "&"), maxSplits: limits.fields) {
            guard fields.count < limits.fields else { throw .badRequest(.tooManyFields) }
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = percentDecoded(pair[..<equals], plusIsSpace: true),
                let value = percentDecoded(
                    equals == pair.endIndex ? pair[equals...] : pair[pair.index(after: equals)...],
                    plusIsSpace: true
                )
            else { throw .badRequest(.encoding) }
            fields.append(Field(name, value))
        }
    }

    /// The first value with this name, as typed; empty when there is none.
    public subscript(name: String) -> String {
        fields.first { $0.name == name }?.value ?? ""
    }

    /// Every value with this name, in order.
    public func values(_ name: String) -> [String] {
        fields.lazy.filter { $0.name == name }.map(\.value)
    }

    /// Whether the name was sent at all, as a ticked box is.
    public func has(_ name: String) -> Bool {
        fields.contains { $0.name == name }
    }

    /// The first value without white space around it.
    public func trimmed(_ name: String) -> String {
        let value = self[name].unicodeScalars
        let front = value.drop { $0.properties.isWhitespace }
        guard let last = front.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(front[...last])
    }

    /// The first value without white space around it; `nil` when nothing remains.
    public func trimmedOrNil(_ name: String) -> String? {
        let value = trimmed(name)
        return value.isEmpty ? nil : value
    }

    /// Replaces or adds a value, for re-showing a form.
    public mutating func set(_ name: String, _ value: String) {
        fields.removeAll { $0.name == name }
        fields.append(Field(name, value))
    }

    /// The repeated groups of a form: fields named `prefix.N.rest`, gathered by N in ascending order, each as a form
    /// with the names `rest`. N has at most three digits; other fields are no part of any group.
    public func groups(_ prefix: String) -> [FormData] {
        var groups: [Int: [Field]] = [:]
        for field in fields {
            let parts = field.name.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == prefix, parts[1].utf8.count <= 3,
                parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let index = Int(parts[1])
            else { continue }
            groups[index, default: []].append(Field(String(parts[2]), field.value))
        }
        return groups.sorted { $0.key < $1.key }.map { FormData($0.value) }
    }
}
