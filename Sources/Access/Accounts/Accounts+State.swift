public import Database
public import Domain
public import Journal

extension Accounts {
    /// The hash of what must not be changed behind the program's back: leaves about the account commit to it. Names,
    /// address and second factor as sealed, the password's hash, and whether the account may be used.
    public func recordState(_ id: UserID, on connection: any Connection) throws -> [UInt8] {
        try connection.first(
            "SELECT id, \(Self.stateColumns) FROM user_account WHERE id = \(id) AND email IS NOT NULL"
        ) { try Self.state($0) } ?? RecordState.gone
    }

    /// How `tirek journal verify` learns the accounts' present states.
    public static let stateReader = RecordStateReader(kindPrefix: "account.") { connection, body in
        try connection.forEachRow("SELECT id, \(stateColumns) FROM user_account WHERE email IS NOT NULL") { row in
            try body(try row.id(0), .installation, try state(row))
        }
    }

    private static let stateColumns: SQL = "email, names, second_factor, password_hash, state"

    private static func state(_ row: any Row) throws -> [UInt8] {
        var state = RecordState()
        for column in 1...3 { state.add(try row.blobOrNil(column)) }
        for column in 4...5 { state.add(try row.textOrNil(column)) }
        return state.finish()
    }
}
