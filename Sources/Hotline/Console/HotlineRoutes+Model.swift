import Access
import Calendar
import Database
import Directory
import Domain
import Guides
import Journal
import Localization
import People
import Vault
import Web

extension HotlineRoutes {
    /// Gathers everything that the console shows for what was typed; people are looked for unless it is being saved.
    func model(
        _ request: TenantRequest,
        _ id: ContactID,
        _ state: ConsoleState,
        searches: Bool = true
    ) async throws -> ConsoleModel {
        let principal = request.principal
        var model = ConsoleModel(id: id, state: state)
        model.isStateRecipient = desk.organizations.isStateRecipient(principal.organization)
        let country = CountryCode(state.hostCountry)?.code
        model.place = state.place.isEmpty ? nil : content.places.recognise(state.place, within: country)
        model.country = country ?? model.place?.country
        if !state.problemQuery.isEmpty {
            model.found = content.problems.search(
                state.problemQuery,
                languages: [request.texts.language, state.language],
                limit: 8
            )
        }
        if searches { try await find(request, &model) }
        let query = finderQuery(model)
        let gathered = try await opening(request) {
            try await desk.database.read(request.scope) { [model] connection in
                try gather(model, query, principal, on: connection)
            }
        }
        return gathered
    }

    /// People whom the words in the box may mean. The search is journalled; hits that the reader's organisation must
    /// not hear of are left out.
    private func find(_ request: TenantRequest, _ model: inout ConsoleModel) async throws {
        let typed = model.state.who.isEmpty ? model.state.callerNumber : model.state.who
        guard typed.count >= 2, request.principal.may(.peopleRead) else { return }
        let principal = request.principal
        async let journalled: Void = desk.appender.recordSearch(
            people.searchLeaf(by: principal),
            session: principal.session,
            field: "name"
        )
        let found = try await search.search(typed, for: principal, limit: 6, scope: request.scope)
        try await journalled
        let isState = model.isStateRecipient
        let picked = Set(model.state.members.compactMap(\.id))
        model.hits = found.hits.filter { hit in
            !picked.contains(hit.id)
                && Recognition.isOffered(owner: hit.owner, to: principal.organization, isStateRecipient: isState)
        }
        model.isSearching = found.readiness.isReady
        model.searchPercent = found.readiness.percent
    }

    private func finderQuery(_ model: ConsoleModel) -> FinderQuery? {
        let services = content.problems.services(for: model.state.problemCodes)
        guard !services.isEmpty else { return nil }
        return FinderQuery(
            services: services,
            country: model.country,
            region: model.place?.region,
            language: nil,
            freeOnly: false,
            openNow: false
        )
    }

    private func gather(
        _ before: ConsoleModel,
        _ query: FinderQuery?,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> ConsoleModel {
        var model = before
        model.cards = try cards(model, principal, on: connection)
        if !model.state.returnCode.isEmpty {
            model.thread = try contacts.find(returnCode: model.state.returnCode, for: principal, on: connection)
        }
        let number = PhoneNumber(model.state.callerNumber)?.e164 ?? model.state.callerNumber
        model.sameNumber = try contacts.find(callerNumber: number, for: principal, on: connection)
        model.isMarked = NumberMarks.isWarned(
            isMarked: try !marks.live(on: number, for: principal, on: connection).isEmpty,
            namesDanger: StandingQuestions.isDanger(model.state.answers)
                || content.problems.highestRisk(model.state.problemCodes) == .high
        )
        if let query {
            model.offers = try directory.find(query, for: principal.organization, limit: 4, on: connection)
        }
        let counterpart = Counterpart(rawValue: model.state.counterpart) ?? .person
        model.isNeutral = NeutralSender.isDue(
            isWished: model.cards.contains(where: \.wishesNeutral),
            othersHear: counterpart == .relative || counterpart == .employer,
            organizationEndangers: try model.country.map {
                try directory.mayEndanger(principal.organization, in: $0, on: connection)
            } ?? false
        )
        model.drafts = try drafts.list(for: principal, on: connection)
        model.calls = try calls.recent(for: principal, on: connection)
        return model
    }

    private func cards(
        _ model: ConsoleModel,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> [MemberCard] {
        let briefs = try people.brief(model.state.members.compactMap(\.id), for: principal, on: connection)
        return try model.state.members.map { member in
            guard let id = member.id, let brief = briefs[id] else {
                return MemberCard(
                    member: member,
                    name: "",
                    birthYear: "",
                    hasCodeWord: false,
                    askable: [],
                    cases: [],
                    contacts: []
                )
            }
            let details = try people.open(id, for: principal, on: connection).details
            let isShown = Recognition.view(after: member.check) != .nameAndYear
            return MemberCard(
                member: member,
                name: brief.name,
                birthYear: String(brief.birthDate.prefix(4)),
                hasCodeWord: IdentityCheck.hasCodeWord(details),
                askable: IdentityCheck.askable(details),
                details: isShown ? details : nil,
                cases: isShown ? try ports.casesOf(id, principal, connection) : [],
                contacts: isShown ? try contacts.contacts(of: id, for: principal, limit: 5, on: connection) : [],
                tells: tells(model.state, details, member),
                wishesNeutral: details.safety?.contact.neutralSender ?? false
            )
        }
    }

    /// What a relative on the line may be told; `nil` when the person calls for themselves.
    private func tells(
        _ state: ConsoleState,
        _ details: PersonDetails,
        _ member: ConsoleState.Member
    ) -> DisclosureRule? {
        guard state.counterpart != Counterpart.person.rawValue else { return nil }
        let rule = details.disclosure(toCallerNamed: state.callerName, phone: state.callerNumber)
        return Recognition.mayTellRelative(rule, after: member.check)
    }

    /// Plans the appointment that a contact ends with.
    func appoint(
        _ due: ConsoleRules.Due,
        _ draft: ContactDraft,
        _ contact: ContactID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let person = (draft.members.first { $0.role == .concerned } ?? draft.members.first)?.person
        _ = try appointments.create(
            AppointmentDetails(
                day: due.day,
                minute: due.minute,
                zone: due.zone,
                person: person,
                contact: contact,
                note: draft.narrative.summary
            ),
            by: principal,
            on: connection
        )
    }
}
