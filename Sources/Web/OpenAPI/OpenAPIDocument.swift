import HTTPTypes
public import JSON

/// The description of the programming interface by OpenAPI 3.1, made from what the rooms say of their calls.
public struct OpenAPIDocument: Sendable {
    private let operations: [APIOperation]

    public init(_ operations: [APIOperation]) {
        self.operations = operations
    }

    /// Writes the document.
    public func write(_ json: inout JSONWriter) {
        json.object { json in
            json.member("openapi", "3.1.0")
            json.object("info") { info in
                info.member("title", "Tirek")
                info.member("version", "1")
                info.object("license") { license in
                    license.member("name", "Apache-2.0")
                    license.member("identifier", "Apache-2.0")
                }
            }
            json.object("paths") { paths in
                for (path, group) in grouped { paths.object(named: path) { item in write(group, &item) } }
            }
            json.object("components") { components in
                components.object("securitySchemes") { schemes in
                    schemes.object("token") { scheme in
                        scheme.member("type", "http")
                        scheme.member("scheme", "bearer")
                    }
                }
                components.object("schemas") { schemas in
                    schemas.object("Problem") { problem in
                        Self.write(.object(Self.problem), nil, &problem)
                    }
                }
            }
        }
    }

    /// RFC 9457, with the fields that were wrong.
    private static let problem = [
        APIMember("type", .text), APIMember("title", .text), APIMember("status", .integer), APIMember("code", .text),
        APIMember(
            "errors",
            .list(of: .object([APIMember("field", .text), APIMember("code", .text), APIMember("message", .text)]))
        ),
    ]

    private var grouped: [(path: String, operations: [APIOperation])] {
        var order: [String] = []
        var groups: [String: [APIOperation]] = [:]
        for operation in operations {
            let path = Self.template(operation.path)
            if groups[path] == nil { order.append(path) }
            groups[path, default: []].append(operation)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    /// `api/v1/cases/:id` as `/api/v1/cases/{id}`.
    static func template(_ path: String) -> String {
        "/"
            + path.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
            .joined(separator: "/")
    }

    private func write(_ group: [APIOperation], _ item: inout JSONWriter) {
        for operation in group {
            item.object(named: operation.method.rawValue.lowercased()) { json in
                json.member("summary", operation.summary)
                if operation.path != "api/v1/sessions" {
                    json.array("security") { $0.object { $0.array("token") { _ in } } }
                }
                json.array("parameters") { parameters in
                    for part in operation.path.split(separator: "/") where part.hasPrefix(":") {
                        Self.parameter(APIMember(String(part.dropFirst()), .id, isRequired: true), "path", &parameters)
                    }
                    for member in operation.query { Self.parameter(member, "query", &parameters) }
                }
                if let body = operation.body {
                    json.object("requestBody") { request in
                        request.member("required", true)
                        Self.content("application/json", body, &request)
                    }
                }
                json.object("responses") { responses in Self.responses(operation, &responses) }
            }
        }
    }

    private static func responses(_ operation: APIOperation, _ json: inout JSONWriter) {
        json.object(named: "\(operation.status)") { response in
            response.member("description", operation.summary)
            if let answer = operation.answer { content("application/json", answer, &response) }
        }
        for (status, reason) in operation.refusals.sorted(by: { $0.key < $1.key }) {
            json.object(named: "\(status)") { response in
                response.member("description", reason)
                response.object("content") { content in
                    content.object("application/problem+json") { type in
                        type.object("schema") { $0.member("$ref", "#/components/schemas/Problem") }
                    }
                }
            }
        }
    }

    private static func content(_ type: String, _ members: [APIMember], _ json: inout JSONWriter) {
        json.object("content") { content in
            content.object(named: type) { $0.object("schema") { write(.object(members), nil, &$0) } }
        }
    }

    private static func parameter(_ member: APIMember, _ place: String, _ json: inout JSONWriter) {
        json.object { parameter in
            parameter.member("name", member.name)
            parameter.member("in", place)
            parameter.member("required", member.isRequired)
            parameter.object("schema") { write(member.shape, member.note, &$0) }
        }
    }

    /// A shape as the inside of a JSON Schema object.
    private static func write(_ shape: APIMember.Shape, _ note: String?, _ json: inout JSONWriter) {
        if let note { json.member("description", note) }
        switch shape {
        case .text: json.member("type", "string")
        case .date:
            json.member("type", "string")
            json.member("format", "date")
        case .instant:
            json.member("type", "string")
            json.member("format", "date-time")
        case .id:
            json.member("type", "string")
            json.member("format", "uuid")
        case .integer: json.member("type", "integer")
        case .number: json.member("type", "number")
        case .flag: json.member("type", "boolean")
        case .code(let codes):
            json.member("type", "string")
            json.array("enum") { list in for code in codes { list.value(code) } }
        case .list(let item):
            json.member("type", "array")
            json.object("items") { write(item, nil, &$0) }
        case .object(let members):
            json.member("type", "object")
            json.object("properties") { properties in
                for member in members {
                    properties.object(named: member.name) { write(member.shape, member.note, &$0) }
                }
            }
            let required = members.filter(\.isRequired)
            if !required.isEmpty {
                json.array("required") { list in for member in required { list.value(member.name) } }
            }
        }
    }
}
