import Database
import Domain
public import Journal

extension RecordStateReader {
    /// Every request of an authority as verification compares it with the journals.
    public static let officialRequests = RecordStateReader(kindPrefix: "official_request.") { connection, body in
        var after = ""
        var count = pageSize
        while count == pageSize {
            count = 0
            try connection.forEachRow(
                """
                SELECT \(OfficialRequestHead.columns), r.body FROM official_request r
                WHERE r.id > \(after) ORDER BY r.id LIMIT \(pageSize)
                """
            ) { row in
                let head = try OfficialRequestHead(from: row)
                let sealed = try row.blob(OfficialRequestHead.columnCount)
                try body(head.id.retagged(), head.owner, head.leafState(sealed))
                after = head.id.text
                count += 1
            }
        }
    }

    private static let pageSize = 500
}

extension OfficialRequestHead {
    /// What ``init(from:)`` reads, of `official_request r`.
    static let columns: SQL = """
        r.id, r.organization_id, r.number, r.received_on, r.due_on, r.authority, r.channel, r.state, r.recorded_by,
        r.decided_by, r.decided_at
        """
    static let columnCount = 11

    init(from row: any Row) throws {
        id = try row.id(0)
        owner = try row.id(1)
        number = try row.integer(2)
        let received = try row.text(3)
        let due = try row.text(4)
        guard let receivedOn = CivilDate(iso: received), let dueOn = CivilDate(iso: due) else {
            throw OfficialRequestError.notFound
        }
        self.receivedOn = receivedOn
        self.dueOn = dueOn
        authority = try row.sharingCode(5)
        channel = try row.sharingCode(6)
        state = try row.sharingCode(7)
        recordedBy = try row.id(8)
        decidedBy = try row.idOrNil(9)
        decidedAt = try row.instantOrNil(10)
    }

    /// What a leaf commits to: the row as it stands after a change.
    func leafState(_ sealed: [UInt8]) -> [UInt8] {
        var state = RecordState()
        for code in [
            id.text, owner.text, receivedOn.iso, dueOn.iso, authority.rawValue, channel.rawValue, self.state.rawValue,
            recordedBy.text, decidedBy?.text,
        ] { state.add(code) }
        state.add(number)
        state.add(decidedAt?.milliseconds)
        state.add(sealed)
        return state.finish()
    }
}
