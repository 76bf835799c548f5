import Access
import Database
import Domain
import People

/// What sharing needs to know of a person.
struct PersonStanding: Hashable {
    /// Whose record it is.
    let owner: OrganizationID
    /// Below 18, even estimated, or treated as a child in the case.
    let isChild: Bool
    /// A mark or wish stands against any state (design, safety rule 4).
    let forbidsState: Bool
    let details: PersonDetails
}

extension CaseStore {
    /// A case of the principal's organisation from which something may be passed on.
    ///
    /// - Throws: `SharingError.notFound` for a missing or foreign one, and without the right.
    func requireOwnForSharing(
        _ id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> CaseHead {
        do {
            let head = try requireOwn(id, by: principal, on: connection)
            guard CasePolicy(principal).mayShare(owner: head.owner) else { throw SharingError.notFound }
            return head
        } catch CaseError.notFound {
            throw SharingError.notFound
        }
    }

    /// What is known of somebody whom the principal's organisation may open.
    ///
    /// - Throws: `SharingError.notFound` when it may not.
    func standing(
        of person: PersonID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> PersonStanding {
        do {
            let opened = try people.open(person, for: principal, on: connection)
            let isChild = ChildRule.isChild(born: opened.details.identity.birth, on: today(principal.organization))
            return PersonStanding(
                owner: opened.owner,
                isChild: isChild,
                // What a recipient can't open it can't judge, so it may not pass it to a state.
                forbidsState: opened.details.safety?.forbidsStateRecipient ?? true,
                details: opened.details
            )
        } catch PeopleError.notFound {
            throw SharingError.notFound
        }
    }

    /// The referrals of a case to a recipient by which it has, or had, work of its own.
    func referralsWithWork(
        of caseID: CaseID,
        from owner: OrganizationID,
        to recipient: OrganizationID,
        on connection: any Connection
    ) throws -> [Referral] {
        try connection.rows(
            """
            SELECT \(Referral.columns) FROM referral r WHERE r.case_id = \(caseID) AND r.from_organization_id = \(owner)
                AND r.to_organization_id = \(recipient)
                AND r.state IN \(Referral.liveStates + [ReferralState.done.rawValue]) ORDER BY r.id
            """,
            Referral.init(from:)
        )
    }
}
