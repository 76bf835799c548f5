public import Domain

/// A route's path: literal segments and captures, such as `people/:id/phones/:phone`.
public struct PathPattern: Sendable, Hashable, ExpressibleByStringLiteral {
    enum Segment: Sendable, Hashable {
        case literal(String)
        case capture(String)
    }

    let segments: [Segment]
    /// The pattern as it is written, with a slash before it.
    public let text: String

    /// Reads a pattern; a slash at either end means nothing.
    public init(_ text: String) {
        let parts = text.split(separator: "/")
        segments = parts.map { part in
            part.first == ":" ? .capture(String(part.dropFirst())) : .literal(String(part))
        }
        self.text = "/" + parts.joined(separator: "/")
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }
}

/// What a path held where its pattern has captures.
public struct PathParameters: Sendable {
    var values: [(name: String, value: String)] = []

    /// The captured text, percent-decoded; empty when the pattern has no such capture.
    public func text(_ name: String) -> String {
        values.first { $0.name == name }?.value ?? ""
    }

    /// The captured id. A malformed one is answered like an unknown one: with 404.
    public func id<Entity>(
        _ entity: Entity.Type = Entity.self,
        _ name: String = "id"
    ) throws(WebError) -> Identifier<Entity> {
        guard let id = Identifier<Entity>(text(name)) else { throw .notFound }
        return id
    }

    /// The captured code of an enumeration; an unknown one is answered with 404.
    public func code<Code: RawRepresentable>(
        _ code: Code.Type = Code.self,
        _ name: String
    ) throws(WebError) -> Code where Code.RawValue == String {
        guard let value = Code(rawValue: text(name)) else { throw .notFound }
        return value
    }

    /// The captured whole number; anything else is answered with 404.
    public func number(_ name: String) throws(WebError) -> Int64 {
        let text = text(name)
        guard text.utf8.count <= 18, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text) else {
            throw .notFound
        }
        return number
    }
}
