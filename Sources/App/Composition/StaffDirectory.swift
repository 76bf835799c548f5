import Access
import Casework
import Database
import Domain
import Synchronization

/// The duty names of every organisation's active staff, in memory: forms and lists name colleagues, and reading their
/// accounts each time would open hundreds of keys. Filled at start, again after each event about members or accounts.
final class StaffDirectory: Sendable {
    private let access: AccessServices
    private let names = Mutex<[OrganizationID: [StaffName]]>([:])

    init(access: AccessServices) {
        self.access = access
    }

    /// The active staff of an organisation, by name.
    func staff(of organization: OrganizationID) -> [StaffName] {
        names.withLock { $0[organization] ?? [] }
    }

    func fill() async throws {
        let all = try await access.database.read(.installation) { [access] connection in
            try access.organizations.list(on: connection).map { organization in
                (
                    organization.id,
                    try access.memberships.list(in: organization.id, on: connection)
                        .filter { $0.membership.state == .active && $0.account.state == .active }
                        .map { StaffName(id: $0.account.id, name: $0.account.names.dutyName) }
                        .sorted { $0.name < $1.name }
                )
            }
        }
        names.withLock { $0 = Dictionary(all, uniquingKeysWith: { first, _ in first }) }
    }

    func follow(_ events: [PositionedEvent]) async throws {
        let kinds = ["member.", "account.", "organization."]
        if events.contains(where: { event in kinds.contains { event.event.kind.hasPrefix($0) } }) { try await fill() }
    }
}
