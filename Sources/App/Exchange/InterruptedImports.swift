import Access
import Database
@_spi(TenantScopes) import Domain
import Import

extension Installation {
    /// Goes on with the writing and undoing of imports that a stop of the program interrupted, for whoever began it, as
    /// long as they still may.
    func resumeImports(with worker: ImportWorker) async throws {
        let store = ImportStore(importServices)
        let waiting = try await database.read(.system) { connection in
            try store.interrupted(on: connection).map { run in
                (
                    run: run,
                    role: try connection.first(
                        """
                        SELECT role FROM membership WHERE organization_id = \(run.organization) AND user_id = \(run.user)
                            AND state = \(MembershipState.active.rawValue)
                        """
                    ) { Role(rawValue: try $0.text(0)) }
                )
            }
        }
        for (run, role) in waiting {
            guard let role = role ?? nil, role.rights.allows(run.isUndoing ? .peopleErase : .recordsImport) else {
                continue
            }
            let principal = Principal(
                user: run.user,
                organization: run.organization,
                role: role,
                session: surroundings.newID(),
                csrfToken: "",
                dutyName: ""
            )
            let scope = TenantScope(organization: run.organization)
            if run.isUndoing {
                worker.undo(run.id, by: principal, in: scope)
            } else {
                worker.start(run.id, by: principal, in: scope)
            }
        }
    }
}
