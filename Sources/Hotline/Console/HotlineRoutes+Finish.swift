import Access
import Database
import Domain
import Guides
import Localization
import Markup
import People
import Web

extension HotlineRoutes {
    /// Saves the contact and all that follows from its outcome in one transaction.
    func finish(_ request: TenantRequest, _ id: ContactID, _ state: ConsoleState) async throws -> WebResponse {
        let shown = try await model(request, id, state, searches: false)
        let finished: ConsoleRules.Finished
        switch ConsoleRules.finished(state, id: id, content: content, isNeutral: shown.isNeutral, now: request.now) {
        case .success(let value): finished = value
        case .failure(let problems):
            try await keep(request, id, state)
            var again = try await model(request, id, state)
            again.errors = problems.formErrors
            return show(request, again)
        }
        let principal = request.principal
        let risk = content.problems.highestRisk(state.problemCodes)
        let caseID = try await opening(request) {
            try await answering(request, id) {
                try await desk.database.write(request.scope) { connection in
                    try record(finished, risk, by: principal, on: connection)
                }
            }
        }
        switch (finished.draft.outcome, caseID) {
        case (.referred, let caseID?): return .seeOther(URLAttribute.path(ports.referPath(caseID)))
        case (.caseOpened, let caseID?): return .seeOther(URLAttribute.path("cases", caseID.text))
        default: return .seeOther(HotlineNews.saved.at(HotlineURL.home.url))
        }
    }

    /// - Returns: the case that was opened, when the outcome wants one.
    private func record(
        _ finished: ConsoleRules.Finished,
        _ risk: RiskLevel,
        by principal: Principal,
        on connection: any Connection
    ) throws -> CaseID? {
        var draft = finished.draft
        if let there = try contacts.row(
            draft.id ?? desk.surroundings.newID(),
            of: principal.organization,
            on: connection
        ) {
            return there.caseID
        }
        if let details = finished.newPerson {
            let person = try people.create(details, by: principal, on: connection)
            draft.members.append(ContactMember(person, finished.newRole, check: .newlyRecorded))
        }
        let saved = try contacts.save(draft, by: principal, on: connection)
        try calls.take(saved.id, by: principal, on: connection)
        switch draft.outcome {
        case .caseOpened, .referred:
            let caseID = try ports.openCase(principal, CaseRequest(draft, saved.id, risk), connection)
            try contacts.attach(caseID, to: saved.id, by: principal, on: connection)
            return caseID
        case .appointment:
            guard let due = finished.due else { return nil }
            try appoint(due, draft, saved.id, by: principal, on: connection)
            return nil
        default: return nil
        }
    }
}

extension CaseRequest {
    /// The case that a contact leads to: whoever it is about is the client.
    init(_ draft: ContactDraft, _ contact: ContactID, _ risk: RiskLevel) {
        let hasConcerned = draft.members.contains { $0.role == .concerned && $0.person != nil }
        let members = draft.members.compactMap { member -> Member? in
            guard let person = member.person else { return nil }
            return Member(person: person, role: Self.role(member.role, hasConcerned: hasConcerned))
        }
        self.init(
            contact: contact,
            members: members.filter { $0.role == .client } + members.filter { $0.role != .client },
            problems: ContactRules.ranked(draft.problems),
            summary: draft.narrative.summary,
            country: draft.hostCountry,
            risk: risk
        )
    }

    private static func role(_ role: ContactRole, hasConcerned: Bool) -> CaseRole {
        switch role {
        case .concerned: .client
        case .caller: hasConcerned ? .relative : .client
        case .relative: .relative
        case .witness: .witness
        case .interpreter: .interpreter
        }
    }
}
