public import Access
public import Database
import Directory
public import Domain
import Journal
import Localization
import Markup
import People
import Web

extension HotlineRoutes {
    func callBacks(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let lines = try await opening(request) {
            try await desk.database.read(request.scope) {
                try waiting(until: nil, principal, on: $0)
            }
        }
        let opened = lines.compactMap(\.callBack.person).map {
            contacts.leaf(.personOpened, $0.retagged(), by: principal)
        }
        if !opened.isEmpty { try await desk.appender.record(opened) }
        let shown = CallBacksPage(
            lines: lines,
            organization: desk.organizations.name(principal.organization, request.texts.language),
            mayWrite: principal.may(.contactsWrite),
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal)
        )
        return page(
            request,
            request.texts.hotline.callBacks,
            notices: try request.hotlineNews(),
            shown.html(request.texts)
        )
    }

    func tried(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CallBackEntity.self)
        let form = try await request.form()
        // Whoever presses Enter in the note has not said how it went.
        guard let result = AttemptResult(rawValue: form["result"]) else {
            return .seeOther(HotlineURL.callBacks.url.adding(fragment: "call-back-" + id.text))
        }
        let principal = request.principal
        let note = String(form.trimmed("note").prefix(2000))
        try await answering(request, nil) {
            try await desk.database.write(request.scope) {
                try queue.tried(id, result, note: note, by: principal, on: $0)
            }
        }
        return .seeOther(HotlineNews.noted.at(HotlineURL.callBacks.url))
    }

    /// Those who wait, each with what their own record says about calling them.
    func waiting(
        until: Instant?,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> [CallBackLine] {
        let waiting = try queue.waiting(until: until, for: principal, on: connection)
        let briefs = try people.brief(waiting.compactMap(\.person), for: principal, on: connection)
        let now = desk.surroundings.now()
        // A mark may be set after the call-back was agreed, and the queue doesn't know where everybody is: one anywhere
        // makes all of them neutral (design, safety rule 10).
        let own = principal.organization
        let endangers = try directory.endangering(on: connection).contains {
            $0.applies(to: own, in: $0.country, at: now)
        }
        return try waiting.map { callBack in
            guard let person = callBack.person, let brief = briefs[person] else {
                return CallBackLine(
                    callBack: callBack,
                    name: "",
                    permission: .allowed,
                    neverLeaveMessage: false,
                    isNeutral: callBack.isNeutral
                )
            }
            let safe = try people.open(person, for: principal, on: connection).details.safety?.contact
            return CallBackLine(
                callBack: callBack,
                name: brief.name,
                permission: CallBackRules.permission(safe, at: now),
                neverLeaveMessage: safe?.neverLeaveMessage ?? false,
                isNeutral: NeutralSender.isDue(
                    isWished: safe?.neutralSender ?? false,
                    othersHear: callBack.isNeutral,
                    organizationEndangers: endangers
                )
            )
        }
    }

    /// The call-backs of today for *my day*, the most pressing first.
    public func dayItems(for principal: Principal, on connection: any Connection) throws -> [DayItem] {
        guard principal.may(.contactsWrite) else { return [] }
        let now = desk.surroundings.now()
        let zone = desk.zone(principal)
        let lines = try waiting(until: now.advanced(bySeconds: 7 * 86_400), principal, on: connection)
        return lines.map { line in
            DayItem(
                kind: "call_back",
                urgency: line.callBack.dueAt < now.advanced(bySeconds: 3600) ? .now : .thisWeek,
                name: line.name,
                title: line.callBack.note,
                dueOn: CivilDate(at: line.callBack.dueAt, zone: zone),
                since: line.callBack.dueAt,
                path: ["hotline", "call-backs"]
            )
        }
    }
}
