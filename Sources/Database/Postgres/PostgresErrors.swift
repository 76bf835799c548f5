import CLibPQ

extension DatabaseError {
    /// The primary message of a failed result and its SQLSTATE as the seam's kind.
    ///
    /// Detail, hint and context are dropped since they quote values; for data exceptions (class 22) the primary
    /// message quotes the value too and is replaced.
    /// `mayQuoteValues` is for statements whose values are no secret (a scope's name).
    init(postgresResult result: OpaquePointer?, isConnectionLost: Bool, mayQuoteValues: Bool = false) {
        let state = Self.field(result, 0x43) ?? ""
        let primary = Self.field(result, 0x4D)
        let kind: Kind = isConnectionLost ? .connectionLost : Self.kind(sqlState: state, message: primary ?? "")
        let message =
            state.hasPrefix("22") && !mayQuoteValues
            ? "a value doesn't fit its type" : primary ?? "the connection to the server is lost"
        self.init(kind: kind, sqlState: state.isEmpty ? "08006" : state, message: message)
    }

    static func connectionLost(_ message: String, sqlState: String = "08006") -> DatabaseError {
        DatabaseError(kind: .connectionLost, sqlState: sqlState, message: message)
    }

    /// Whether a prepared statement must be made anew: another process changed the schema, or a proxy forgot it.
    var isStalePlan: Bool { kind == .retryable && ["0A000", "26000"].contains(sqlState) }

    package static func kind(sqlState state: String, message: String = "") -> Kind {
        switch state {
        case "23505": .uniqueViolation
        case "23503": .foreignKeyViolation
        case "42501", "25006": .forbidden
        case "40001", "40P01": .retryable
        case "0A000" where message.hasPrefix("cached plan"), "26000": .retryable
        case "57014", "55P03": .timeout
        case "53100": .diskFull
        case "58030": .inputOutput
        case "XX001", "XX002": .corrupt
        case "25P03", "53300", "57P01", "57P02", "57P03", "57P05": .connectionLost
        default: kind(sqlStateClass: state.prefix(2))
        }
    }

    private static func kind(sqlStateClass: Substring) -> Kind {
        switch sqlStateClass {
        case "", "08": .connectionLost
        case "23": .constraintViolation
        case "0A", "25", "42": .misuse
        default: .other
        }
    }

    // The field codes are the protocol's letters (PG_DIAG_SQLSTATE 'C', PG_DIAG_MESSAGE_PRIMARY 'M'), which are
    // character macros in C.
    private static func field(_ result: OpaquePointer?, _ code: CInt) -> String? {
        guard let result, let text = PQresultErrorField(result, code) else { return nil }
        return String(cString: text)
    }
}
