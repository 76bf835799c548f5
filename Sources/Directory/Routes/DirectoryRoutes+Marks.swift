import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Web

extension DirectoryRoutes {
    func marksPage(_ request: TenantRequest) async throws -> WebResponse {
        try await marksPage(request, MarkInput(), FormErrors())
    }

    /// Marks an organisation as one whose contact may endanger people in a country, or says when that ended.
    func mark(_ request: TenantRequest) async throws -> WebResponse {
        let input = MarkInput(try await request.form())
        var errors = FormErrors()
        let known = Set(markable.map(\.id))
        guard let mark = input.mark(known, today: CivilDate(at: request.now, zone: "UTC"), &errors) else {
            return try await marksPage(request, input, errors)
        }
        let principal = request.principal
        let recorder = Recorder(surroundings: desk.surroundings)
        try await desk.database.write(.installation) { connection in
            try store.mark(mark, on: connection)
            try recorder.record(
                LeafDraft(
                    log: .installation,
                    kind: .directoryChanged,
                    actor: principal.user,
                    actorOrganization: principal.organization,
                    counterpart: mark.organization
                ),
                on: connection
            )
        }
        return .seeOther(DirectoryURL.marks.url)
    }

    private var markable: [OrganizationDirectory.Entry] {
        desk.organizations.all.filter { $0.id != .installation }
    }

    private func marksPage(
        _ request: TenantRequest,
        _ input: MarkInput,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let marks = try await desk.database.read(request.scope) { try store.endangering(on: $0) }
        let shown = MarksPage(
            marks: marks,
            organizations: markable.map { ($0.id, $0.name(request.texts.language)) },
            input: input,
            errors: errors,
            token: request.csrfToken
        )
        return desk.page(
            request,
            title: request.texts.directory.marks,
            active: DirectoryURL.marks.url,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }
}

/// What was typed about a mark.
struct MarkInput {
    var organization = ""
    var country = ""
    var since = ""
    var until = ""

    init() {}

    init(_ form: FormData) {
        organization = form["organization"]
        country = form.trimmed("country").uppercased()
        since = form.trimmed("since")
        until = form.trimmed("until")
    }

    /// The mark; `nil` when the errors say why not. Without a first day it holds from today.
    func mark(_ known: Set<OrganizationID>, today: CivilDate, _ errors: inout FormErrors) -> EndangeringMark? {
        let id = OrganizationID(organization).flatMap { known.contains($0) ? $0 : nil }
        if id == nil { errors.add("organization", "unknown_code") { $0.request.choiceUnknown } }
        if country != "*", CountryCode(country) == nil {
            errors.add("country", "unknown_code") { $0.directory.countryWrong }
        }
        let first = since.isEmpty ? today : CivilDate(iso: since)
        if first == nil { errors.add("since", "impossible_date") { $0.directory.dateWrong } }
        let last = until.isEmpty ? nil : CivilDate(iso: until)
        if last == nil, !until.isEmpty { errors.add("until", "impossible_date") { $0.directory.dateWrong } }
        guard errors.isEmpty, let id, let first else { return nil }
        return EndangeringMark(organization: id, country: country, since: first, until: last)
    }
}
