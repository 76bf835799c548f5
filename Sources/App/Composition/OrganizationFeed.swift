import Access
import Database
import Domain
import Web

/// Keeps the directory of organisations' names current: filled at start, again after each event about one.
struct OrganizationFeed: Sendable {
    let access: AccessServices
    let directory: OrganizationDirectory

    func fill() async throws {
        let organizations = try await access.database.read(.installation) { connection in
            try access.organizations.all(on: connection)
        }
        directory.replace(
            organizations.map { organization in
                OrganizationDirectory.Entry(
                    id: organization.id,
                    code: organization.code,
                    names: Dictionary(
                        organization.names.map { ($0.language, $0.text) },
                        uniquingKeysWith: { first, _ in first }
                    ),
                    defaultLanguage: organization.language,
                    zone: organization.timeZone,
                    isActive: organization.state == .active,
                    kind: organization.kind.rawValue,
                    isStateRecipient: organization.isStateRecipient,
                    isPractice: organization.isPractice,
                    isAdmitted: organization.admission == .admitted
                )
            }
        )
    }

    func follow(_ events: [PositionedEvent]) async throws {
        if events.contains(where: { $0.event.kind.hasPrefix("organization.") }) { try await fill() }
    }
}
