import Access
import Database
import Domain
public import Journal
import Localization
import Markup
import Vault
import Web

extension LeafKind {
    /// The network was asked whether another organisation may know a person. What it answered is kept nowhere, and the
    /// other organisation's journal says nothing (decision 20).
    public static let personNetworkAsked = LeafKind(rawValue: "person.network_asked")
}

/// What became of a question to the network.
enum NetworkOutcome: Sendable {
    case answered(NetworkAnswer)
    /// The person has not agreed to be recognised, or no longer does.
    case consentMissing
    /// Not everybody can be compared yet.
    case warming
}

extension PeopleRoutes {
    func askNetwork(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(PersonEntity.self)
        let shown = NetworkAnswerPage(
            person: id,
            outcome: try await networkOutcome(request),
            readiness: finder.readiness
        )
        return page(
            request,
            request.texts.people.networkTitle,
            hasErrors: shown.isRefusal,
            shown.html(request.texts)
        )
    }

    /// Asks whether somebody in another organisation may be the same person. The leaf is on the disk before, and whatever
    /// the answer is, it takes the same time and leaves the same.
    func networkOutcome(_ request: TenantRequest) async throws -> NetworkOutcome {
        let id = try request.parameters.id(PersonEntity.self)
        let principal = request.principal
        let (person, asked) = try await answering(request, id) {
            try await desk.database.read(request.scope) { [store] connection in
                (
                    try store.open(id, for: principal, on: connection),
                    try store.networkQuestions(of: principal, on: connection)
                )
            }
        }
        guard PeoplePolicy(principal).mayShare(owner: person.owner) else { throw WebError.notFound }
        guard person.details.safety?.recognition?.isLive == true else { return .consentMissing }
        if let seconds = networkQuestions.take(principal.user.text, .general) {
            throw WebError.tooManyRequests(retryAfter: seconds)
        }
        guard asked < NetworkQuestion.aDay else { throw WebError.tooManyRequests(retryAfter: 3600) }
        guard finder.readiness.isReady else { return .warming }
        let end = ContinuousClock.now + NetworkQuestion.pause
        try await desk.appender.record([store.leaf(.personNetworkAsked, id, by: principal)])
        let answer = try await finder.networkAnswer(about: person.details, for: principal.organization)
        try await Task.sleep(until: end, clock: .continuous)
        return .answered(answer)
    }
}

extension PeopleStore {
    /// How often the principal asked the network in the last 24 hours, by the journal, so that neither a restart nor
    /// another process forgets it.
    func networkQuestions(of principal: Principal, on connection: any Connection) throws -> Int {
        let since = surroundings.now().advanced(bySeconds: -86_400)
        return Int(
            try connection.count(
                """
                SELECT COUNT(*) FROM (
                    SELECT kind, at FROM journal_leaf
                    WHERE log_id = \(principal.organization) AND actor_id = \(principal.user)
                    ORDER BY position DESC LIMIT 5000) latest
                WHERE kind = \(LeafKind.personNetworkAsked.rawValue) AND at > \(since)
                """
            )
        )
    }
}
