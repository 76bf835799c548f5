import Foundation

extension TestAnswer {
    /// The answer's body as an object.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
    }

    /// A member of the answer's object that is a text; throws without one.
    func member(_ name: String) throws -> String {
        guard let text = json[name] as? String else { throw TestTrouble("no \(name) in \(status): \(body)") }
        return text
    }

    /// The names of the fields that a problem document names.
    var fields: Set<String> {
        let errors = json["errors"] as? [[String: Any]] ?? []
        return Set(errors.compactMap { $0["field"] as? String })
    }

    /// The codes of the errors that a problem document names.
    var codes: Set<String> {
        let errors = json["errors"] as? [[String: Any]] ?? []
        return Set(errors.compactMap { $0["code"] as? String })
    }
}
