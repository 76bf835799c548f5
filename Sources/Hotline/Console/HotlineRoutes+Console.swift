import Access
import Database
import Directory
import Domain
import Guides
import HTTPTypes
import Journal
import Localization
import Markup
import People
import Vault
import Web

extension HotlineRoutes {
    /// A fresh contact under a fresh id; nothing is kept before something was typed.
    func newContact(_ request: TenantRequest) -> WebResponse {
        .seeOther(HotlineURL.draft(desk.surroundings.newID()).url)
    }

    /// A contact that is being written.
    func console(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ContactEntity.self)
        let principal = request.principal
        let (draft, isContact) = try await answering(request, id) {
            try await desk.database.read(request.scope) { connection in
                (
                    try drafts.open(id, for: principal, on: connection),
                    try contacts.row(id, of: principal.organization, on: connection) != nil
                )
            }
        }
        if isContact { return .seeOther(HotlineURL.contact(id).url) }
        if let draft, draft.user != principal.user || draft.isParked { return takeOver(request, id) }
        let state = draft?.state ?? fresh(request)
        var model = try await model(request, id, state)
        model.isSaved = draft != nil
        try await journalOpened(request, model.cards)
        return show(request, model)
    }

    /// What the console's buttons do; without scripts each shows the page again.
    func work(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ContactEntity.self)
        let form = try await request.form()
        let action = ConsoleAction(form["do"])
        let principal = request.principal
        let draft = try await answering(request, id) {
            try await desk.database.read(request.scope) { try drafts.open(id, for: principal, on: $0) }
        }
        if let draft, draft.user != principal.user {
            return action == .autosave ? WebResponse(status: .conflict) : takeOver(request, id)
        }
        var state = draft?.state ?? fresh(request)
        if draft == nil, let started = Int64(form["startedAt"]), abs(started - request.now.milliseconds) < 86_400_000 {
            state.startedAt = started
        }
        state.read(form)
        let isFragment = form.has("fragment")
        switch action {
        case .look: break
        case .autosave:
            try await keep(request, id, state)
            return .noContent
        case .save: return try await finish(request, id, state)
        case .park:
            try await keep(request, id, state)
            try await answering(request, id) {
                try await desk.database.write(request.scope) { try drafts.park(id, by: principal, on: $0) }
            }
            return .seeOther(HotlineNews.parked.at(HotlineURL.home.url))
        case .discard: return try await discard(request, id, isKept: draft != nil)
        case .update: try await keep(request, id, state)
        default: return try await act(request, id, state, action, form)
        }
        let model = try await model(request, id, state)
        return isFragment ? fragment(request, model) : show(request, model)
    }

    /// Goes on with a parked contact, one's own or a colleague's.
    func takeDraft(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ContactEntity.self)
        let principal = request.principal
        try await answering(request, id) {
            try await desk.database.write(request.scope) { try drafts.take(id, by: principal, on: $0) }
        }
        return .seeOther(HotlineURL.draft(id).url)
    }

    /// Opens a contact for an announced call: its number is looked up at once.
    func takeCall(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ContactEntity.self)
        let principal = request.principal
        var state = fresh(request)
        let usual = state
        state = try await answering(request, id) {
            try await desk.database.write(request.scope) { connection in
                guard let call = try calls.call(id, for: principal, on: connection) else {
                    throw HotlineError.notFound
                }
                if let there = try drafts.open(id, for: principal, on: connection) { return there.state }
                var state = usual
                state.startedAt = call.announcedAt.milliseconds
                state.callerNumber = call.from
                state.who = call.from
                try drafts.save(state, of: id, by: principal, on: connection)
                try calls.take(id, by: principal, on: connection)
                return state
            }
        }
        return .seeOther(HotlineURL.draft(id).url)
    }

    // MARK: - Steps

    /// Keeps what the console held when the red key took its form elsewhere; somebody else's contact stays as it is.
    func keepUnfinished(_ request: TenantRequest, _ id: ContactID, _ form: FormData) async throws {
        let principal = request.principal
        let (draft, isContact) = try await answering(request, id) {
            try await desk.database.read(request.scope) { connection in
                (
                    try drafts.open(id, for: principal, on: connection),
                    try contacts.row(id, of: principal.organization, on: connection) != nil
                )
            }
        }
        guard !isContact, draft.map({ $0.user == principal.user }) ?? true else { return }
        var state = draft?.state ?? fresh(request)
        state.read(form)
        try await keep(request, id, state)
    }

    private func fresh(_ request: TenantRequest) -> ConsoleState {
        ConsoleState(
            startedAt: request.now,
            language: request.texts.language,
            zone: desk.zone(request.principal)
        )
    }

    func keep(_ request: TenantRequest, _ id: ContactID, _ state: ConsoleState) async throws {
        let principal = request.principal
        try await answering(request, id) {
            try await desk.database.write(request.scope) { try drafts.save(state, of: id, by: principal, on: $0) }
        }
    }

    private func discard(_ request: TenantRequest, _ id: ContactID, isKept: Bool) async throws -> WebResponse {
        let principal = request.principal
        if isKept {
            try await answering(request, id) {
                try await desk.database.write(request.scope) {
                    try contacts.discard(id, by: principal, erasure, on: $0)
                }
            }
        }
        return .seeOther(HotlineNews.discarded.at(HotlineURL.home.url))
    }

    /// Picks and checks people, picks problems, hands out a return code; keeps the contact and shows it again.
    private func act(
        _ request: TenantRequest,
        _ id: ContactID,
        _ before: ConsoleState,
        _ action: ConsoleAction,
        _ form: FormData
    ) async throws -> WebResponse {
        var state = before
        var refused: PersonID?
        var opened: PersonID?
        switch action {
        case .pickProblem(let code):
            state.problemQuery = ""
            if code == .information || code == .other { state.problems = [] }
            state.problems = ContactRules.ranked(
                (state.problemCodes + [code]).filter { $0 == code || ($0 != .information && $0 != .other) }
            ).map(\.rawValue)
        case .pick(let person):
            guard !state.members.contains(where: { $0.person == person.text }) else { break }
            state.members.append(.init(person: person.text, role: state.usualRole.rawValue, check: .notDone))
        case .drop(let person): state.members.removeAll { $0.person == person.text }
        case .check(let person):
            let result = try await check(request, person, IdentityClaim(form))
            set(Recognition.check(result), of: person, in: &state)
            if result.isConfirmed { opened = person } else { refused = person }
        case .staffOnly(let person):
            set(.staffOnly, of: person, in: &state)
            opened = person
        case .useThread(let contact): state.thread = state.thread == contact.text ? "" : contact.text
        case .giveCode:
            if state.givenCode.isEmpty { state.givenCode = ReturnCodes.make(desk.surroundings) }
        default: break
        }
        try await keep(request, id, state)
        var model = try await model(request, id, state)
        model.refused = refused
        model.isSaved = true
        try await journalOpened(request, model.cards.filter { $0.member.id == opened })
        return form.has("fragment") ? fragment(request, model) : show(request, model)
    }

    private func set(_ check: RecognitionCheck, of person: PersonID, in state: inout ConsoleState) {
        guard let index = state.members.firstIndex(where: { $0.person == person.text }) else { return }
        state.members[index].check = check
    }

    private func check(
        _ request: TenantRequest,
        _ person: PersonID,
        _ claim: IdentityClaim
    ) async throws -> IdentityCheckResult {
        let principal = request.principal
        let details = try await opening(request) {
            try await desk.database.read(request.scope) { try people.open(person, for: principal, on: $0).details }
        }
        return IdentityCheck.check(claim, against: details)
    }

    // MARK: - Answers

    private func takeOver(_ request: TenantRequest, _ id: ContactID) -> WebResponse {
        let texts = request.texts
        let form = Form(
            HotlineURL.take(id).url,
            token: request.csrfToken,
            kind: "plain",
            content: Button(texts.hotline.take, style: .primary).html
        )
        let notice = Notice(.info, texts.hotline.takenBody).html(texts)
        let header = PageHeader(
            texts.hotline.draftTitle,
            breadcrumbs: [Breadcrumbs.Item(texts.hotline.title, HotlineURL.home.url)]
        ).html(texts)
        return page(request, texts.hotline.draftTitle, header + notice + form.html(texts))
    }

    func show(_ request: TenantRequest, _ model: ConsoleModel) -> WebResponse {
        let shown = consolePage(request, model)
        return page(
            request,
            request.texts.hotline.draftTitle,
            hasErrors: !model.errors.isEmpty,
            isWide: true,
            shown.html(request.texts)
        )
    }

    private func fragment(_ request: TenantRequest, _ model: ConsoleModel) -> WebResponse {
        .html(consolePage(request, model).parts(request.texts))
    }

    private func consolePage(_ request: TenantRequest, _ model: ConsoleModel) -> ConsolePage {
        ConsolePage(
            model: model,
            content: content,
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(request.principal),
            user: request.principal.user,
            script: assets.script,
            organizationName: { [desk] in desk.organizations.name($0, request.texts.language) }
        )
    }

    /// Turns what the register of people throws into answers.
    func opening<Value>(_ request: TenantRequest, _ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch PeopleError.notFound {
            throw WebError.notFound
        } catch PeopleError.tampered, VaultError.forged {
            try await desk.appender.record([contacts.leaf(.sealRefused, nil, by: request.principal)])
            throw WebError.internal
        }
    }

    private func journalOpened(_ request: TenantRequest, _ cards: [MemberCard]) async throws {
        let leaves = cards.filter { $0.details != nil }.compactMap { card in
            card.member.id.map { contacts.leaf(.personOpened, $0.retagged(), by: request.principal) }
        }
        if !leaves.isEmpty { try await desk.appender.record(leaves) }
    }
}

extension IdentityClaim {
    /// What the caller said, as it was typed.
    fileprivate init(_ form: FormData) {
        self.init(
            codeWord: form.trimmed("claim.codeWord"),
            birthDate: form.trimmed("claim.birthDate"),
            documentTail: form.trimmed("claim.documentTail"),
            homePlace: form.trimmed("claim.homePlace"),
            familyMember: form.trimmed("claim.familyMember"),
            phoneTail: form.trimmed("claim.phoneTail")
        )
    }
}
