import Access
import Database
public import Domain
public import Journal
public import Vault

/// The register of people: everything that touches the table `person`.
///
/// Functions run inside a transaction and take its connection; each change writes its leaf and its event there too.
public struct PeopleStore: Sendable {
    let vault: Vault
    let recorder: Recorder
    let surroundings: Surroundings

    public init(vault: Vault, recorder: Recorder, surroundings: Surroundings) {
        self.vault = vault
        self.recorder = recorder
        self.surroundings = surroundings
    }

    /// A leaf about a person in the log of the principal's organisation.
    func leaf(
        _ kind: LeafKind,
        _ id: PersonID?,
        by principal: Principal,
        state: [UInt8]? = nil,
        counterpart: OrganizationID? = nil
    ) -> LeafDraft {
        LeafDraft(
            log: principal.organization,
            kind: kind,
            actor: principal.user,
            actorOrganization: principal.organization,
            subject: id?.retagged(as: RecordEntity.self),
            counterpart: counterpart,
            state: state
        )
    }
}

/// Why a person's record could not be worked on.
public enum PeopleError: Error, Sendable, Hashable {
    /// There is no such person for this organisation; a foreign one is answered in the same way.
    case notFound
    /// Somebody changed the record since it was read.
    case stale(current: Int64)
    /// The row does not say what the journal says: an older value was put back or the row was tampered with.
    case tampered(PersonID)
    /// The record came from an imported list and no authority for sharing it is recorded (safety rule 12).
    case importedWithoutAuthority
}
