import Access
import Database
import Domain
import Foundation

/// An organisation as the command line lists it.
public struct ListedOrganization: Sendable, Codable {
    public let id: String
    public let code: String
    public let kind: String
    public let names: [String: String]
    public let timeZone: String
    public let state: String

    public var json: String { JSONLine.encode(self) }
    public var line: String {
        "\(code)  \(id)  \(kind)  \(timeZone)  \(names.sorted { $0.key < $1.key }.map(\.value).joined(separator: " / "))"
    }
}

extension Maintenance {
    /// Adds an organisation and returns its id.
    public static func addOrganization(
        code: String,
        name: String,
        language: String,
        zone: String,
        kind: String,
        _ configuration: AppConfiguration
    ) async throws -> String {
        guard let language = InterfaceLanguage(rawValue: language) else {
            let known = InterfaceLanguage.allCases.map(\.rawValue).joined(separator: ", ")
            throw OperationError("There is no language \(language). Languages: \(known).")
        }
        guard let kind = OrganizationKind(rawValue: kind) else {
            let known = OrganizationKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw OperationError("There is no kind \(kind). Kinds: \(known).")
        }
        return try await with(configuration) { installation in
            let draft = OrganizationDraft(
                code: code,
                kind: kind,
                language: language,
                timeZone: zone,
                names: [OrganizationName(language: language.rawValue, text: name)]
            )
            do {
                return try await installation.database.write(.installation) { connection in
                    try installation.access.organizations.create(draft, by: .program, on: connection).text
                }
            } catch let error as AccessError {
                throw OperationError("\(code) can't be added: \(error.words)")
            }
        }
    }

    /// All organisations of the network.
    public static func listOrganizations(_ configuration: AppConfiguration) async throws -> [ListedOrganization] {
        try await with(configuration) { installation in
            let organizations = try await installation.database.read(.installation) {
                try installation.access.organizations.list(all: true, on: $0)
            }
            return organizations.filter { $0.id != .installation }.map { organization in
                ListedOrganization(
                    id: organization.id.text,
                    code: organization.code,
                    kind: organization.kind.rawValue,
                    names: Dictionary(
                        organization.names.map { ($0.language, $0.text) },
                        uniquingKeysWith: { first, _ in first }
                    ),
                    timeZone: organization.timeZone,
                    state: organization.state.rawValue
                )
            }
        }
    }
}
