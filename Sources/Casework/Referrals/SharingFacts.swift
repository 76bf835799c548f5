import Database
import Domain
import Facts
import Vault
import Web

extension SharingCore {
    /// Writes what figures count of a referral, for each side whose facts this transaction may write; for a side that it
    /// may not, the sweep does it within a minute.
    func writeFacts(_ referral: Referral, on connection: any Connection) throws {
        let sides: [OrganizationID]
        switch connection.scope {
        case .system: sides = [referral.from, referral.to]
        case .organization(referral.from): sides = [referral.from]
        default: sides = []
        }
        for side in sides { try writeFact(referral, of: side, on: connection) }
        try connection.execute(
            "UPDATE referral SET facts_due = \(sides.count < 2) WHERE id = \(referral.id)"
        )
    }

    private func writeFact(_ referral: Referral, of side: OrganizationID, on connection: any Connection) throws {
        var codes: [FactDimension: String] = [:]
        let keyring = try vault.keyring(for: referral.from, on: connection)
        if let key = try keyring.open(referral.id.retagged(), on: connection),
            let sealed = try connection.first(
                "SELECT note FROM referral WHERE id = \(referral.id)",
                { try $0.blob(0) }
            )
        {
            let note: ReferralNote = try key.openValue(sealed, .referralNote)
            for (name, code) in note.codes {
                if let dimension = FactDimension(rawValue: name) { codes[dimension] = code }
            }
        }
        codes[.direction] =
            side == referral.from ? ContactDirection.outgoing.rawValue : ContactDirection.incoming.rawValue
        codes[.purpose] = referral.purpose.rawValue
        codes[.urgency] = referral.urgency.rawValue
        codes[.referralState] = referral.state.rawValue
        codes[.outcome] = referral.outcome?.rawValue
        codes[.problem] = referral.problem?.rawValue
        codes[.problemRank] = referral.problem.map { _ in "primary" }
        codes[.organizationKind] = cases.organizations[side]?.kind
        let person = try connection.first(
            "SELECT person_id FROM authority WHERE id = \(referral.authority)"
        ) { try $0.id(0, PersonEntity.self) }
        try cases.facts.replace(
            subject: referral.id.retagged(),
            with: [
                Fact(
                    .referral,
                    on: CivilDate(at: referral.sentAt, zone: cases.organizations.zone(side)),
                    codes: codes,
                    person: person,
                    networkToken: referral.token
                )
            ],
            of: side,
            on: connection
        )
    }
}
