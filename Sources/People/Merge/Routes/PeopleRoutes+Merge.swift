import Access
import Database
import Domain
import Journal
import Localization
import NameMatching
import Vault
import Web

extension PeopleRoutes {
    func registerMerging(in routes: inout RouteTable) {
        routes.get("people/duplicates", access: .right(.peopleWrite)) { try await suspects($0) }
        routes.get("people/duplicates/:first/:second", access: .right(.peopleWrite)) { try await compare($0) }
        routes.post("people/duplicates/:first/:second/merge", access: .right(.peopleWrite)) { try await merge($0) }
        routes.post("people/duplicates/:first/:second/distinct", access: .right(.peopleWrite)) {
            try await setDistinct($0)
        }
        routes.get("people/:id/unmerge", access: .right(.peopleWrite)) { try await undoForm($0) }
        routes.post("people/:id/unmerge", access: .right(.peopleWrite)) { try await undoMerge($0) }
    }

    // MARK: - The list of suspicions

    private func suspects(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try request.query()
        var place: SuspectedPair.Place?
        if typed.has("after") {
            place = SuspectedPair.Place(typed["after"])
            guard place != nil else { throw WebError.badRequest(.parameter) }
        }
        var person: Person?
        if typed.has("of") {
            guard let id = PersonID(typed["of"]) else { throw WebError.badRequest(.parameter) }
            let opened = try await openOwn(request, [id])
            person = opened.first
        }
        let page = try await suspected(request, of: person, after: place, limit: 25)
        let shown = SuspectsPage(page: page, of: person, isFirst: place == nil, readiness: finder.readiness)
        return self.page(
            request,
            request.texts.people.suspectsTitle,
            notices: try request.peopleNews(),
            shown.html(request.texts)
        )
    }

    /// A page of suspected pairs, journalled before it is shown.
    func suspected(
        _ request: TenantRequest,
        of person: Person? = nil,
        after place: SuspectedPair.Place?,
        limit: Int
    ) async throws -> SuspectedPage {
        let principal = request.principal
        try await desk.appender.record([store.leaf(.duplicatesListed, nil, by: principal)])
        guard finder.readiness.isReady, PeoplePolicy(principal).mayList else { return SuspectedPage() }
        var found: [SuspectedPair]?
        if let person {
            found = try await duplicates.pairs(with: person)
        } else {
            found = try await duplicates.pairs(of: principal.organization)
        }
        guard let pairs = found else { return SuspectedPage(isBeingMade: true) }
        let page = try await desk.database.read(request.scope) { [store] in
            try store.suspected(pairs, after: place, limit: limit, for: principal, on: $0)
        }
        for id in page.damaged.sorted() { try await reportForgery(request, id) }
        return page
    }

    // MARK: - Comparing

    private func compare(_ request: TenantRequest) async throws -> WebResponse {
        let ids = try pair(request)
        let opened = try await openOwn(request, ids)
        // A link kept open after the two were united.
        guard opened.count == 2, opened[0].id != opened[1].id else {
            return .seeOther(PeopleURL.person(opened[0].id).url)
        }
        return try await comparePage(request, opened[0], opened[1], MergeChoices(), keep: nil)
    }

    private func pair(_ request: TenantRequest) throws -> [PersonID] {
        [
            try request.parameters.id(PersonEntity.self, "first"),
            try request.parameters.id(PersonEntity.self, "second"),
        ]
    }

    /// Opens records of the principal's own organisation; each is journalled before anything is shown.
    func openOwn(_ request: TenantRequest, _ ids: [PersonID]) async throws -> [Person] {
        let principal = request.principal
        var opened: [Person] = []
        for id in ids {
            let person = try await answering(request, id) {
                try await desk.database.read(request.scope) { [store] in
                    try store.open(id, for: principal, on: $0)
                }
            }
            guard PeoplePolicy(principal).mayWrite(owner: person.owner) else { throw WebError.notFound }
            opened.append(person)
        }
        try await desk.appender.record(opened.map { store.leaf(.personOpened, $0.id, by: principal) })
        return opened
    }

    private func comparePage(
        _ request: TenantRequest,
        _ first: Person,
        _ second: Person,
        _ choices: MergeChoices,
        keep: PersonID?,
        notice: Notice? = nil
    ) async throws -> WebResponse {
        let principal = request.principal
        let plan = MergePlan(
            kept: first.id,
            keptVersion: first.version,
            hidden: second.id,
            hiddenVersion: second.version
        )
        let known = try await desk.database.read(request.scope) { [store, ports] connection in
            var shared: Set<PersonID> = []
            for id in [first.id, second.id]
            where try store.isShared(id, by: principal, ports.references, on: connection) { shared.insert(id) }
            return (
                shared: shared,
                refusal: try store.refusal(plan, by: principal, ports.references, on: connection)
            )
        }
        let merge = PersonMerge(first, second, choices, today: CivilDate(at: request.now, zone: "UTC"))
        let offered = known.shared.first ?? Self.fuller(first, second).id
        let shown = ComparePage(
            first: first,
            second: second,
            merge: merge,
            match: RecordComparison.compare(
                MatchableRecord(first.details, id: first.id),
                MatchableRecord(second.details, id: second.id)
            ),
            isDistinct: known.refusal == .markedDistinct,
            shared: known.shared,
            // Which one stays is asked, so that it can't be wrong yet.
            refusal: known.refusal == .sharedMustStay ? nil : known.refusal,
            keep: keep ?? offered,
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal)
        )
        return page(
            request,
            request.texts.people.compareTitle,
            hasErrors: notice != nil,
            notices: try request.peopleNews() + [notice].compactMap { $0 },
            shown.html(request.texts)
        )
    }

    /// The record that says more, else the older one.
    static func fuller(_ first: Person, _ second: Person) -> Person {
        func count(_ person: Person) -> Int {
            let nobody = PersonDetails(
                identity: PersonIdentity(names: [], birthDate: nil, sex: .unknown, citizenship: nil)
            )
            return PersonPart.allCases.count { $0.value(person.details) != $0.value(nobody) }
        }
        let (left, right) = (count(first), count(second))
        if left != right { return left > right ? first : second }
        return first.createdAt <= second.createdAt ? first : second
    }

    // MARK: - Deciding

    private func merge(_ request: TenantRequest) async throws -> WebResponse {
        let ids = try pair(request)
        let form = try await request.form()
        guard let keep = PersonID(form["keep"]), ids.contains(keep), let firstVersion = Int64(form["firstVersion"]),
            let secondVersion = Int64(form["secondVersion"])
        else { throw WebError.badRequest(.form) }
        let choices = MergeChoices(form)
        let keepsFirst = keep == ids[0]
        let plan = MergePlan(
            kept: keep,
            keptVersion: keepsFirst ? firstVersion : secondVersion,
            hidden: keepsFirst ? ids[1] : ids[0],
            hiddenVersion: keepsFirst ? secondVersion : firstVersion,
            choices: keepsFirst ? choices : choices.turned
        )
        do {
            try await write(plan, request)
            return .seeOther(PeopleNews.merged.at(PeopleURL.person(keep).url))
        } catch PeopleError.stale {
            let notice = Notice(.warning, request.texts.people.mergeStale, isNews: true)
            return try await compareAgain(request, ids, choices, keep, notice)
        } catch MergeError.refused(let refusal) {
            let notice = Notice(.warning, refusal.message(request.texts), isNews: true)
            return try await compareAgain(request, ids, choices, keep, notice)
        }
    }

    private func write(_ plan: MergePlan, _ request: TenantRequest) async throws {
        let principal = request.principal
        try await answering(request, plan.kept) {
            try await desk.database.write(request.scope) { [store, ports] connection in
                _ = try store.merge(plan, by: principal, ports.references, on: connection)
            }
        }
    }

    /// The page again, with what was chosen and what is saved now.
    private func compareAgain(
        _ request: TenantRequest,
        _ ids: [PersonID],
        _ choices: MergeChoices,
        _ keep: PersonID,
        _ notice: Notice
    ) async throws -> WebResponse {
        let opened = try await openOwn(request, ids)
        guard opened.count == 2, opened[0].id != opened[1].id else {
            return .seeOther(PeopleURL.person(opened[0].id).url)
        }
        return try await comparePage(request, opened[0], opened[1], choices, keep: keep, notice: notice)
    }

    private func setDistinct(_ request: TenantRequest) async throws -> WebResponse {
        let ids = try pair(request)
        let isClearing = try await request.form()["do"] == "clear"
        let principal = request.principal
        try await answering(request, nil) {
            try await desk.database.write(request.scope) { [store] in
                try store.setDistinct(!isClearing, ids[0], ids[1], by: principal, on: $0)
            }
        }
        guard ids[0] != ids[1] else { return .seeOther(PeopleURL.person(ids[0]).url) }
        return .seeOther(
            isClearing
                ? PeopleNews.distinctCleared.at(PeopleURL.compare(ids[0], ids[1]).url)
                : PeopleNews.distinctNoted.at(PeopleURL.suspects(of: nil, after: nil).url)
        )
    }
}

extension MergeChoices {
    init(_ form: FormData) {
        self.init()
        for field in MergeField.allCases { self[field] = MergeSide(rawValue: form["choice.\(field.rawValue)"]) }
    }
}
