import Access
import Database
import Domain
import Localization
import Markup
import Web

extension PeopleRoutes {
    func undoForm(_ request: TenantRequest) async throws -> WebResponse {
        try await undoPage(request, notice: nil)
    }

    func undoMerge(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(PersonEntity.self)
        let form = try await request.form()
        guard let version = Int64(form["version"]) else { throw WebError.badRequest(.form) }
        let merge = MergeID(form["merge"])
        let principal = request.principal
        do {
            try await answering(request, id) {
                try await desk.database.write(request.scope) { [store, ports] connection in
                    _ = try store.undoMerge(
                        of: id,
                        merge,
                        from: version,
                        by: principal,
                        ports.references,
                        on: connection
                    )
                }
            }
            return .seeOther(PeopleNews.mergeUndone.at(PeopleURL.person(id).url))
        } catch PeopleError.stale {
            return try await undoPage(request, notice: Notice(.warning, request.texts.people.staleTitle, isNews: true))
        } catch MergeError.nothingToUndo {
            let notice = Notice(.warning, request.texts.people.undoMergeNothing, isNews: true)
            return try await undoPage(request, notice: notice)
        }
    }

    private func undoPage(_ request: TenantRequest, notice: Notice?) async throws -> WebResponse {
        let id = try request.parameters.id(PersonEntity.self)
        let principal = request.principal
        guard let person = try await openOwn(request, [id]).first else { throw WebError.notFound }
        let known = try await desk.database.read(request.scope) { [store] connection in
            (
                merges: try store.merges(of: person.id, for: principal, on: connection),
                changed: try store.changedSinceMerge(person, for: principal, on: connection)
            )
        }
        let shown = UndoMergePage(
            person: person,
            merges: known.merges,
            changed: known.changed,
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal)
        )
        return page(
            request,
            request.texts.people.undoMergeTitle,
            hasErrors: notice != nil,
            notices: [notice].compactMap { $0 },
            shown.html(request.texts)
        )
    }
}
