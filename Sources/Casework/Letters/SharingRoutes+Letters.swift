import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Web

extension SharingRoutes {
    func letters(_ request: TenantRequest) async throws -> WebResponse {
        let (id, number, letters) = try await openedLetters(request)
        let page = LettersPage(
            caseID: id,
            number: number,
            letters: letters,
            now: request.now,
            zone: desk.zone(request.principal)
        )
        return self.page(request, request.texts.letters.title, page.html(request.texts))
    }

    func letter(_ request: TenantRequest) async throws -> WebResponse {
        let letterID = try request.parameters.id(CaseEntryEntity.self, "letter")
        let (_, number, letters) = try await openedLetters(request)
        guard let letter = letters.first(where: { $0.id == letterID }) else { throw WebError.notFound }
        let page = LetterPage(
            letter: letter,
            number: number,
            organization: name(request)(request.principal.organization),
            zone: desk.zone(request.principal)
        )
        return self.page(request, request.texts.letters.title, page.html(request.texts))
    }

    func letterForm(_ request: TenantRequest) async throws -> WebResponse {
        try await letterPage(request, FormData(), FormErrors())
    }

    func writeLetter(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        guard EntryCounterpart(rawValue: form["addressee"]) != nil else {
            var errors = FormErrors()
            errors.add("addressee", "required") { $0.request.fieldRequired }
            return try await letterPage(request, form, errors)
        }
        let draft = Self.draft(form)
        let (rooms, principal) = (rooms, request.principal)
        let problems = try await attempt(request) {
            _ = try rooms.letters.write(draft, in: id, by: principal, on: $0)
        }
        guard problems.isEmpty else {
            return try await letterPage(request, form, SharingAnswers.formErrors(problems))
        }
        return .seeOther(SharingURL.letters(id).url)
    }

    private static func draft(_ form: FormData) -> LetterDraft {
        LetterDraft(
            addressee: EntryCounterpart(rawValue: form["addressee"]) ?? .partner,
            recipient: form.trimmed("recipient"),
            subject: form.trimmed("subject"),
            text: form.trimmed("text"),
            person: PersonID(form["person"]),
            mayEndanger: form.has("mayEndanger")
        )
    }

    private func letterPage(
        _ request: TenantRequest,
        _ form: FormData,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let page = LetterFormPage(
            subject: try await subject(request),
            letter: Self.draft(form),
            addressee: form["addressee"],
            errors: errors,
            token: request.csrfToken
        )
        return self.page(
            request,
            request.texts.letters.writeTitle,
            hasErrors: !errors.isEmpty,
            page.html(request.texts)
        )
    }

    /// The letters of one's own case, with a leaf on the disk before anything is shown.
    private func openedLetters(
        _ request: TenantRequest
    ) async throws -> (id: CaseID, number: String, letters: [Letter]) {
        let id = try request.parameters.id(CaseEntity.self)
        let (rooms, principal) = (rooms, request.principal)
        let (number, letters) = try await SharingAnswers.answering {
            try await desk.database.read(request.scope) { connection in
                (
                    try rooms.cases.head(id, for: principal, on: connection).displayNumber,
                    try rooms.letters.list(of: id, for: principal, on: connection)
                )
            }
        }
        try await desk.appender.record([rooms.leaf(.letterOpened, id.retagged(), by: principal)])
        return (id, number, letters)
    }
}
