import Access
import Domain
import Localization
import Vault
import Web

/// Judges what was typed into the form for sharing.
enum SharingRules {
    /// A sharing lasts for so many days at most; longer ones are renewed with the person's consent.
    static let longestDays: Int64 = 365

    /// Whom a record can be given to from the person's page: open, admitted organisations of the same world, training or
    /// real. An office of a state gets nothing here; that takes a referral with an authority of its own (safety rule 4).
    static func recipients(of principal: Principal, _ organizations: OrganizationDirectory) -> [OrganizationID] {
        let isPractice = organizations.isPractice(principal.organization)
        return organizations.all.filter { entry in
            entry.isActive && entry.isAdmitted && !entry.isStateRecipient && entry.isPractice == isPractice
                && entry.id != principal.organization && entry.id != .installation
        }.map(\.id)
    }

    static func draft(
        _ input: SharingInput,
        _ person: PersonID,
        _ principal: Principal,
        _ organizations: OrganizationDirectory,
        _ now: Instant,
        _ errors: inout FormErrors
    ) -> GrantDraft? {
        let recipient = OrganizationID(input.recipient)
        if recipient == principal.organization {
            errors.add("recipient", "own_organization") { $0.people.shareOwn }
        } else if let recipient, organizations.isStateRecipient(recipient) {
            errors.add("recipient", "state_recipient") { $0.people.shareState }
        } else if recipient.map({ recipients(of: principal, organizations).contains($0) }) != true {
            errors.add("recipient", "unknown_code") { $0.people.choiceUnknown }
        }
        let groups = PersonGroups.shareable.filter { input.groups.contains($0.code) }
        if groups.isEmpty { errors.add("groups", "group_missing") { $0.people.shareGroupMissing } }
        let purpose = SharingPurpose(rawValue: input.purpose)
        if purpose == nil { errors.add("purpose", "unknown_code") { $0.people.choiceUnknown } }
        let days = Int64(input.days).flatMap { (1...longestDays).contains($0) ? $0 : nil }
        if days == nil { errors.add("days", "out_of_range") { $0.people.shareDaysWrong } }
        if !input.isConfirmed { errors.add("consent", "consent_missing") { $0.people.shareConfirmMissing } }
        guard errors.isEmpty, let recipient, let purpose, let days else { return nil }
        return GrantDraft(
            record: person.retagged(),
            recipient: recipient,
            // Whoever may see anything may see whose record it is.
            groups: FieldGroups(groups).union(.summary),
            purpose: purpose.rawValue,
            expiresAt: now.advanced(bySeconds: days * 86_400),
            createdBy: principal.user
        )
    }
}
