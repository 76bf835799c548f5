import CLibPQ

/// One connection of libpq with its prepared statements. Belongs to one ``PostgresSeat`` and never leaves its queue.
final class PostgresLink {
    /// What may be remembered of one connection; above it all prepared statements are let go at once.
    private static let preparedLimit = 256

    private struct StatementKey: Hashable {
        let text: String
        let types: [Oid]
    }

    private let url: String
    private let interrupter: PostgresInterrupter
    private var handle: OpaquePointer?
    private var prepared: [StatementKey: String] = [:]
    private var preparedCount = 0

    init(url: String, interrupter: PostgresInterrupter) {
        self.url = url
        self.interrupter = interrupter
    }

    deinit { disconnect() }

    var isOpen: Bool {
        guard let handle else { return false }
        return PQstatus(handle) == CONNECTION_OK
    }

    /// The state of the connection's transaction as the server last said.
    var transactionStatus: PGTransactionStatusType {
        handle.map { PQtransactionStatus($0) } ?? PQTRANS_UNKNOWN
    }

    /// Connects when there is no living connection.
    func connectIfNeeded() throws(DatabaseError) {
        if isOpen { return }
        disconnect()
        // What stands before `dbname` are defaults that the URL may override, what stands after it holds always.
        let settings: KeyValuePairs<String, String> = [
            "connect_timeout": "10", "tcp_user_timeout": "30000",
            "dbname": url,
            "client_encoding": "UTF8", "application_name": "tirek",
        ]
        let opened = withCStrings(settings.map(\.key)) { keys in
            withCStrings(settings.map(\.value)) { values in PQconnectdbParams(keys, values, 1) }
        }
        guard let opened else { throw .connectionLost("libpq has no memory", sqlState: "08001") }
        guard PQstatus(opened) == CONNECTION_OK else {
            let message = PQerrorMessage(opened).map { String(cString: $0) } ?? "no connection"
            PQfinish(opened)
            throw .connectionLost(message, sqlState: "08001")
        }
        // Notices would go to standard error.
        _ = PQsetNoticeProcessor(opened, { _, _ in }, nil)
        handle = opened
        interrupter.connected(PQgetCancel(opened))
        do {
            _ = try completed(PQexec(opened, Self.sessionSettings), accepting: [PGRES_COMMAND_OK])
            try prepareOpenings()
        } catch {
            disconnect()
            throw error
        }
    }

    /// Closes the connection; the next transaction makes a new one.
    func disconnect() {
        interrupter.disconnected()
        if let handle { PQfinish(handle) }
        handle = nil
        prepared = [:]
    }

    /// Opens a transaction and enters a scope in one round trip.
    func open(_ opening: PostgresOpening, _ values: [SQLValue]) throws(DatabaseError) {
        let handle = try connected()
        guard PQenterPipelineMode(handle) == 1 else { throw .connectionLost("no pipeline mode") }
        let parameters = PostgresParameters(values)
        let isSent =
            PQsendQueryParams(handle, opening.begin, 0, nil, nil, nil, nil, 1) == 1
            && parameters.withPointers { values, lengths, formats in
                PQsendQueryPrepared(handle, opening.name, parameters.count, values, lengths, formats, 1)
            } == 1
            && PQpipelineSync(handle) == 1
        guard isSent else {
            disconnect()
            throw .connectionLost("the connection to the server is lost")
        }
        let failure = drainPipeline(handle)
        guard PQexitPipelineMode(handle) == 1 else {
            disconnect()
            throw failure ?? .connectionLost("the connection to the server is lost")
        }
        if let failure { throw failure }
    }

    /// Runs a statement, prepared on its first use.
    func run(_ text: String, _ values: [SQLValue], keepingPlan: Bool) throws(DatabaseError) -> PostgresResult {
        let handle = try connected()
        let parameters = PostgresParameters(values)
        guard keepingPlan else {
            return try completed(
                parameters.withPointers { values, lengths, formats in
                    PQexecParams(handle, text, parameters.count, parameters.types, values, lengths, formats, 1)
                },
                accepting: Self.answers
            )
        }
        let name = try prepare(text, parameters, on: handle)
        return try completed(
            parameters.withPointers { values, lengths, formats in
                PQexecPrepared(handle, name, parameters.count, values, lengths, formats, 1)
            },
            accepting: Self.answers
        )
    }

    /// Ends an open transaction; closes the connection when that fails or its state is not known.
    func rollBack() {
        switch transactionStatus {
        case PQTRANS_IDLE: return
        case PQTRANS_INTRANS, PQTRANS_INERROR:
            do { _ = try run("ROLLBACK", [], keepingPlan: false) } catch { disconnect() }
        default: disconnect()
        }
    }

    /// Forgets all prepared statements, here and on the server.
    func forgetPrepared() {
        prepared = [:]
        do {
            _ = try run("DEALLOCATE ALL", [], keepingPlan: false)
            try prepareOpenings()
        } catch {
            disconnect()
        }
    }

    private func prepareOpenings() throws(DatabaseError) {
        let handle = try connected()
        for opening in PostgresOpening.all {
            let result = PQprepare(handle, opening.name, opening.text, 0, nil)
            _ = try completed(result, accepting: [PGRES_COMMAND_OK])
        }
    }

    private func prepare(
        _ text: String,
        _ parameters: PostgresParameters,
        on handle: OpaquePointer
    ) throws(DatabaseError) -> String {
        let key = StatementKey(text: text, types: parameters.types)
        if let name = prepared[key] { return name }
        if prepared.count >= Self.preparedLimit { forgetPrepared() }
        preparedCount += 1
        let name = "s\(preparedCount)"
        _ = try completed(
            PQprepare(handle, name, text, parameters.count, parameters.types),
            accepting: [PGRES_COMMAND_OK]
        )
        prepared[key] = name
        return name
    }

    private func connected() throws(DatabaseError) -> OpaquePointer {
        guard let handle else { throw .connectionLost("there is no connection") }
        return handle
    }

    private static let answers = [PGRES_TUPLES_OK, PGRES_COMMAND_OK]

    private func completed(
        _ answer: OpaquePointer?,
        accepting statuses: [ExecStatusType]
    ) throws(DatabaseError) -> PostgresResult {
        guard let answer else { throw DatabaseError(postgresResult: nil, isConnectionLost: true) }
        guard statuses.contains(PQresultStatus(answer)) else {
            let error = DatabaseError(postgresResult: answer, isConnectionLost: !isOpen)
            PQclear(answer)
            throw error
        }
        return PostgresResult(answer)
    }

    /// Reads answers up to the synchronisation point and returns the first failure.
    private func drainPipeline(_ handle: OpaquePointer) -> DatabaseError? {
        var failure: DatabaseError?
        while true {
            guard let answer = PQgetResult(handle) else {
                // One nothing ends each statement's answers; on a dead connection nothing else will come.
                if PQstatus(handle) == CONNECTION_OK { continue }
                return failure ?? .connectionLost("the connection to the server is lost")
            }
            defer { PQclear(answer) }
            switch PQresultStatus(answer) {
            case PGRES_PIPELINE_SYNC: return failure
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_PIPELINE_ABORTED: continue
            default:
                failure =
                    failure
                    ?? DatabaseError(postgresResult: answer, isConnectionLost: !isOpen, mayQuoteValues: true)
            }
        }
    }

    private static let sessionSettings = """
        SET timezone = 'UTC';
        SET statement_timeout = '15s';
        SET lock_timeout = '10s';
        SET idle_in_transaction_session_timeout = '60s';
        SET client_min_messages = 'warning';
        SET synchronous_commit = 'on';
        SET standard_conforming_strings = 'on'
        """
}

/// Lends a NULL-terminated array of C strings to `body`.
private func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    var storage: [CChar] = []
    var offsets: [Int] = []
    for string in strings {
        offsets.append(storage.count)
        storage += string.utf8CString
    }
    return storage.withUnsafeBufferPointer { block in
        let pointers = offsets.map { offset in block.baseAddress.map { $0 + offset } } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
