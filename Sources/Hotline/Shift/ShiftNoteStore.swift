public import Access
public import Database
public import Domain
import Journal
import Vault

/// A note from one shift to the next.
public struct ShiftNote: Sendable {
    public let id: ShiftNoteID
    public let writtenBy: UserID
    public let writtenAt: Instant
    /// Who of the next shift read it first; `nil` while nobody has.
    public let readBy: UserID?
    public let readAt: Instant?
    public let text: String
}

/// Sealed notes from shift to shift.
public struct ShiftNoteStore: Sendable {
    let contacts: ContactStore

    public init(contacts: ContactStore) {
        self.contacts = contacts
    }

    /// Longer notes are books.
    public static let longest = 10_000

    @discardableResult
    public func write(
        _ text: String,
        by principal: Principal,
        on connection: any Connection
    ) throws -> ShiftNoteID {
        let id: ShiftNoteID = contacts.surroundings.newID()
        let key = try contacts.vault.keyring(for: principal.organization, on: connection)
            .newRecord(id.retagged(), on: connection)
        try connection.execute(
            """
            INSERT INTO shift_note (id, organization_id, written_by, written_at, body)
            VALUES (\(id), \(principal.organization), \(principal.user), \(contacts.surroundings.now()),
                \(Blob(try key.seal(text, .handoverSheet))))
            """
        )
        try contacts.recorder.record(contacts.leaf(.shiftNoteWritten, id.retagged(), by: principal), on: connection)
        return id
    }

    /// Notes that the next shift has read a note; nothing happens when somebody has already, or for one's own.
    public func read(_ id: ShiftNoteID, by principal: Principal, on connection: any Connection) throws {
        let changed = try connection.execute(
            """
            UPDATE shift_note SET read_by = \(principal.user), read_at = \(contacts.surroundings.now())
            WHERE id = \(id) AND organization_id = \(principal.organization) AND read_by IS NULL
                AND written_by <> \(principal.user)
            """
        )
        guard changed == 1 else { return }
        try contacts.recorder.record(contacts.leaf(.shiftNoteRead, id.retagged(), by: principal), on: connection)
    }

    /// The newest notes; `unreadOnly` for those that nobody of the next shift has read.
    public func list(
        unreadOnly: Bool = false,
        limit: Int = 30,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [ShiftNote] {
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        let unread: SQL = unreadOnly ? "AND n.read_by IS NULL" : ""
        return try connection.rows(
            """
            SELECT n.id, n.written_by, n.written_at, n.read_by, n.read_at, n.body, \(Keyring.wrapColumns)
            FROM shift_note n \(keyring.wrapJoin(record: "n.id", for: .narrative))
            WHERE n.organization_id = \(principal.organization) \(unread)
            ORDER BY n.written_at DESC, n.id DESC LIMIT \(limit)
            """
        ) { row in
            let id = try row.id(0, ShiftNoteEntity.self)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 6)
            return ShiftNote(
                id: id,
                writtenBy: try row.id(1),
                writtenAt: try row.instant(2),
                readBy: try row.idOrNil(3),
                readAt: try row.instantOrNil(4),
                text: try row.withBlob(5) { try key.openText($0, .handoverSheet) }
            )
        }
    }
}
