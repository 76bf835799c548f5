import Access
import Calendar
import Casework
public import Database
import Domain
import Hotline
import Journal
import People
public import Vault

extension Rooms {
    /// What the rooms do when a person is erased, within the erasure's transaction.
    ///
    /// - Returns: the numbers of cases that stay.
    func forget(
        _ person: PersonID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws -> [String] {
        let remaining = try cases.forget(person, by: principal, erasure, on: connection)
        try contacts.forget(person, of: principal.organization, on: connection)
        try appointments.forget(person, by: principal, on: connection)
        return remaining
    }

    /// Completes in every room an erasure that a crash cut off, or that a restored backup brought back.
    public func complete(_ entry: ErasureEntry, on connection: any Connection) throws {
        try people.complete(entry, on: connection)
        try contacts.complete(entry, on: connection)
        try cases.complete(entry, on: connection)
    }
}

extension Installation {
    /// Reads the rows that the journals commit to, of every room.
    static let stateReaders: [RecordStateReader] = [
        .people, .contacts, .cases, .employers, .officialRequests, Accounts.stateReader,
    ]
}
