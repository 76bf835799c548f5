public import Database
public import Domain
import Journal
public import Vault

extension Accounts {
    /// Erases an account: its key first, then sessions, links, codes and every sealed value; memberships end. The id
    /// stays, so that journals can name an actor that nobody can put a name to any more.
    ///
    /// - Throws: ``AccessError/noSuchAccount``, and what ``Vault/Erasure`` throws.
    public func erase(
        _ id: UserID,
        using erasure: Erasure,
        by actor: ActingUser,
        on connection: any Connection
    ) throws -> ErasureCertificate {
        guard try find(id, on: connection) != nil else { throw AccessError.noSuchAccount }
        let certificate = try erasure.perform(record: id.retagged(), owner: .installation, on: connection)
        try removeTraces(id, on: connection)
        try record(.accountErased, id, by: actor, on: connection)
        return certificate
    }

    /// Completes an erasure that a crash or a restore left behind; nothing when the record is no account or its rows
    /// are gone already.
    public func completeErasure(_ entry: ErasureEntry, on connection: any Connection) throws {
        let id: UserID = entry.record.retagged()
        let remains = try connection.count(
            "SELECT COUNT(*) FROM user_account WHERE id = \(id) AND email IS NOT NULL"
        )
        guard remains > 0 else { return }
        try removeTraces(id, on: connection)
        try record(.accountErased, id, by: .program, on: connection)
    }

    /// Makes an account's look-up rows again under a new index key; does nothing for other records.
    public func remakeIndex(_ record: RecordID, _ index: BlindIndex, on connection: any Connection) throws {
        guard let account = try find(record.retagged(), on: connection),
            let email = EmailAddress(account.email)
        else { return }
        try index.replace([email.normalized], .email, of: record, on: connection)
    }

    private func removeTraces(_ id: UserID, on connection: any Connection) throws {
        try connection.execute("DELETE FROM session WHERE user_id = \(id)")
        try connection.execute("DELETE FROM password_ticket WHERE user_id = \(id)")
        try connection.execute("DELETE FROM recovery_code WHERE user_id = \(id)")
        try connection.execute(
            "UPDATE membership SET state = \(MembershipState.disabled.rawValue), team = NULL WHERE user_id = \(id)"
        )
        try connection.execute(
            """
            UPDATE user_account SET email = NULL, names = NULL, language = NULL, password_hash = NULL,
                second_factor = NULL, pending_second_factor = NULL, last_code_step = NULL,
                must_change_password = 0, state = \(AccountState.erased.rawValue), last_sign_in_at = NULL
            WHERE id = \(id)
            """
        )
    }
}
