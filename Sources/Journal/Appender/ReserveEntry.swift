import Crypto
import Domain

/// One leaf as it stands in the reserve: length, sequence number, the draft, and a checksum that also covers the
/// file's id, so that a torn or stale entry is never taken for a whole one.
struct ReserveEntry: Sendable, Hashable {
    /// The bytes before the draft: its length (4) and the sequence number (8).
    static let prefixSize = 12
    static let checksumSize = 32

    /// Counted from 1 over the file's whole life.
    let sequence: Int64
    let draft: LeafDraft

    func encoded(in reserve: ReserveID) -> [UInt8] {
        var payload = ByteWriter()
        payload.put(draft.log)
        payload.put(draft.kind.rawValue.utf8)
        payload.put(draft.actor)
        payload.put(draft.actorOrganization)
        payload.put(draft.subject)
        payload.put(draft.counterpart)
        payload.put(draft.details)
        payload.put(draft.state)
        payload.put(UInt8(draft.at == nil ? 0 : 1))
        if let at = draft.at { payload.put(at.milliseconds) }
        var writer = ByteWriter()
        writer.put(UInt32(payload.bytes.count))
        writer.put(sequence)
        return writer.bytes + payload.bytes + Self.checksum(reserve, sequence, payload.bytes[...])
    }

    /// Decodes what follows the prefix; `nil` when the checksum doesn't fit.
    init?(sequence: Int64, rest: [UInt8], in reserve: ReserveID) {
        let payload = rest.dropLast(Self.checksumSize)
        guard Self.checksum(reserve, sequence, payload) == Array(rest.suffix(Self.checksumSize)) else { return nil }
        var reader = ByteReader(payload)
        guard let log = reader.id(OrganizationEntity.self),
            let kind = reader.content(),
            let actor = reader.optional({ $0.id(UserEntity.self) }),
            let actorOrganization = reader.optional({ $0.id(OrganizationEntity.self) }),
            let subject = reader.optional({ $0.id(RecordEntity.self) }),
            let counterpart = reader.optional({ $0.id(OrganizationEntity.self) }),
            let details = reader.optional({ $0.content() }),
            let state = reader.optional({ $0.content() }),
            let at = reader.optional({ $0.number(Int64.self) }),
            reader.isAtEnd
        else { return nil }
        self.sequence = sequence
        draft = LeafDraft(
            log: log,
            kind: LeafKind(rawValue: String(decoding: kind, as: UTF8.self)),
            actor: actor,
            actorOrganization: actorOrganization,
            subject: subject,
            counterpart: counterpart,
            details: details,
            state: state,
            at: at.map(Instant.init(milliseconds:))
        )
    }

    init(sequence: Int64, draft: LeafDraft) {
        self.sequence = sequence
        self.draft = draft
    }

    private static func checksum(_ reserve: ReserveID, _ sequence: Int64, _ payload: ArraySlice<UInt8>) -> [UInt8] {
        var writer = ByteWriter()
        writer.put(reserve)
        writer.put(sequence)
        writer.put(payload)
        return Array(SHA256.hash(data: writer.bytes))
    }
}

/// What a ``ReserveID`` names.
enum ReserveEntity {}
/// One reserve file; the database remembers by it how far the file was drained.
typealias ReserveID = Identifier<ReserveEntity>
