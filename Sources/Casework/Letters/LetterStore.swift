public import Access
public import Database
public import Domain
import Journal
import People
import Vault

/// What stands on a letter; sealed with the case's key.
public struct LetterBody: Codable, Sendable, Hashable {
    public var recipient: String
    public var subject: String
    public var text: String
}

/// A letter that was written.
public struct Letter: Sendable, Hashable {
    public let id: CaseEntryID
    public let caseID: CaseID
    public let addressee: EntryCounterpart
    /// The sender's name doesn't stand on it.
    public let isNeutral: Bool
    public let at: Instant
    public let body: LetterBody
}

/// Letters to partners outside the network: checked, kept with the case, and printed from there.
public struct LetterStore: Sendable {
    private let core: SharingCore

    public init(_ cases: CaseStore) {
        core = SharingCore(cases)
    }

    private var cases: CaseStore { core.cases }

    /// Keeps a letter, and a line of the case's story that tells of it.
    ///
    /// - Throws: `SharingError.notFound`; `.refused` with everything that stands against it.
    public func write(
        _ draft: LetterDraft,
        in caseID: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> CaseEntryID {
        let head = try cases.requireOwnForSharing(caseID, by: principal, on: connection)
        guard let person = draft.person ?? head.client else { throw SharingError.refused([.notAMember]) }
        let members = try cases.members(of: caseID, on: connection).map(\.person)
        guard members.contains(person) else { throw SharingError.refused([.notAMember]) }
        let standing = try cases.standing(of: person, for: principal, on: connection)
        let outside = try liveOutside(caseID, person, principal, on: connection)
        let problems = LetterRules.problems(
            draft,
            standing.details,
            try core.entries.actFacts(of: caseID, person: person, for: principal, on: connection),
            outside: outside.map(\.name)
        )
        guard problems.isEmpty else { throw SharingError.refused(problems) }
        let isNeutral = draft.mayEndanger || standing.details.safety?.contact.neutralSender == true
        let id: CaseEntryID = cases.surroundings.newID()
        let body = LetterBody(recipient: draft.recipient, subject: draft.subject, text: draft.text)
        let key = try cases.key(of: caseID, for: principal, on: connection)
        try connection.execute(
            """
            INSERT INTO letter (
                id, organization_id, case_id, authority_id, addressee, is_neutral, created_by, at, body
            ) VALUES (
                \(id), \(principal.organization), \(caseID), \(outside.first { $0.name == draft.recipient }?.id),
                \(draft.addressee.rawValue), \(isNeutral), \(principal.user), \(core.now),
                \(Blob(try key.sealValue(body, .entryNarrative)))
            )
            """
        )
        try core.record(
            .letterWritten,
            caseID.retagged(),
            by: SharingActor(principal),
            in: [principal.organization],
            on: connection
        )
        _ = try core.entries.add(
            EntryDraft(
                .event,
                EntryBody(title: draft.subject, text: draft.recipient),
                code: "letter_written",
                counterpart: draft.addressee,
                person: person
            ),
            to: caseID,
            by: principal,
            on: connection
        )
        return id
    }

    /// The letters of one's own case, newest first.
    public func list(
        of caseID: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Letter] {
        let head = try cases.requireOwnForSharing(caseID, by: principal, on: connection)
        let key = try cases.key(of: head.id, for: principal, on: connection)
        return try connection.rows(
            """
            SELECT id, addressee, is_neutral, at, body FROM letter
            WHERE case_id = \(caseID) AND organization_id = \(principal.organization) ORDER BY id DESC
            """
        ) { row in
            Letter(
                id: try row.id(0),
                caseID: caseID,
                addressee: try row.sharingCode(1),
                isNeutral: try row.bool(2),
                at: try row.instant(3),
                body: try key.openValue(try row.blob(4), .entryNarrative)
            )
        }
    }

    /// The partners outside for whom live authorities of a person are recorded.
    private func liveOutside(
        _ caseID: CaseID,
        _ person: PersonID,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> [(id: AuthorityID, name: String)] {
        let key = try cases.key(of: caseID, for: principal, on: connection)
        return try connection.rows(
            """
            SELECT a.id, a.details FROM authority a
            WHERE a.case_id = \(caseID) AND a.organization_id = \(principal.organization)
                AND a.person_id = \(person) AND a.recipient_organization_id IS NULL
                AND \(Authority.isLive("a", at: core.now))
            """
        ) { row in
            let details: AuthorityDetails = try key.openValue(try row.blob(1), .authorityDetails)
            return (id: try row.id(0), name: details.outsideRecipient)
        }
    }
}
