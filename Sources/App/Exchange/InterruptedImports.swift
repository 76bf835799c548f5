import Access
import Database
@_spi(TenantScopes) import Domain
import Import

extension Installation {
    /// Goes on with imports that a stop of the program interrupted, for whoever began them, as long as they still may.
    func resumeImports(with worker: ImportWorker) async throws {
        let store = ImportStore(importServices)
        let waiting = try await database.read(.system) { connection in
            try store.interrupted(on: connection).map { run in
                (
                    id: run.0, organization: run.1, user: run.2,
                    role: try connection.first(
                        """
                        SELECT role FROM membership WHERE organization_id = \(run.1) AND user_id = \(run.2)
                            AND state = \(MembershipState.active.rawValue)
                        """
                    ) { Role(rawValue: try $0.text(0)) }
                )
            }
        }
        for run in waiting {
            guard let role = run.role ?? nil, role.rights.allows(.recordsImport) else { continue }
            let principal = Principal(
                user: run.user,
                organization: run.organization,
                role: role,
                session: surroundings.newID(),
                csrfToken: "",
                dutyName: ""
            )
            worker.start(run.id, by: principal, in: TenantScope(organization: run.organization))
        }
    }
}
