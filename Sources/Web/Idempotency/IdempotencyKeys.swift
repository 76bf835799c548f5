import Crypto
public import Database
public import Domain
import HTTPTypes

/// What became of the first request with an idempotency key.
public struct IdempotentAnswer: Sendable, Hashable {
    /// The HTTP status of the answer.
    public let status: Int
    /// The id of what was made, from which the answer is written anew; nothing else is kept.
    public let subject: RecordID?

    public init(status: Int, subject: RecordID?) {
        self.status = status
        self.subject = subject
    }
}

/// Makes writes of the API safe to repeat. Both calls belong into the write's own transaction.
public struct IdempotencyKeys: Sendable {
    /// Seconds for which a key is remembered.
    public static let lifetime: Int64 = 24 * 3600
    private let surroundings: Surroundings

    public init(surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// The key that a request carries: 1 to 200 visible ASCII characters; `nil` without the header.
    public static func key(of request: some IncomingRequest) throws(WebError) -> String? {
        guard let key = request.headers[.idempotencyKey] else { return nil }
        guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .badRequest(.parameter)
        }
        return key
    }

    /// The hash by which two bodies are told apart; the method and path belong to it.
    public static func hash(_ request: some IncomingRequest, body: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("\(request.method.rawValue) \(request.path)\n".utf8))
        hash.update(data: body)
        return Array(hash.finalize())
    }

    /// What the first request with this key was answered; `nil` when this is the first.
    ///
    /// - Throws: a 409 when the key was used for something else.
    public func find(
        _ key: String,
        requestHash: [UInt8],
        scope: TenantScope,
        on connection: any Connection
    ) throws -> IdempotentAnswer? {
        let since = surroundings.now().advanced(bySeconds: -IdempotencyKeys.lifetime)
        let found = try connection.first(
            """
            SELECT request_hash, status, subject_id FROM idempotency_key
            WHERE organization_id = \(scope.organization) AND key_hash = \(Blob(hash(key))) AND created_at > \(since)
            """
        ) { row in
            (
                hash: try row.blob(0),
                answer: IdempotentAnswer(status: Int(try row.integer(1)), subject: try row.idOrNil(2))
            )
        }
        guard let found else { return nil }
        guard found.hash == requestHash else { throw WebError.conflict(code: "idempotency_key_reused") }
        return found.answer
    }

    /// Remembers an answer; replaces one that is too old to count.
    public func insert(
        _ key: String,
        requestHash: [UInt8],
        _ answer: IdempotentAnswer,
        scope: TenantScope,
        on connection: any Connection
    ) throws {
        let now = surroundings.now()
        try connection.execute(
            """
            INSERT INTO idempotency_key (organization_id, key_hash, request_hash, status, subject_id, created_at)
            VALUES (\(scope.organization), \(Blob(hash(key))), \(Blob(requestHash)), \(answer.status),
                \(answer.subject), \(now))
            ON CONFLICT (organization_id, key_hash) DO UPDATE SET request_hash = excluded.request_hash,
                status = excluded.status, subject_id = excluded.subject_id, created_at = excluded.created_at
            """
        )
    }

    /// Removes keys that are too old to count.
    ///
    /// - Returns: how many.
    @discardableResult
    public func sweep(on connection: any Connection) throws -> Int {
        let since = surroundings.now().advanced(bySeconds: -IdempotencyKeys.lifetime)
        return try connection.execute("DELETE FROM idempotency_key WHERE created_at <= \(since)")
    }

    /// Keys come from outside and may say anything, so they are kept as hashes.
    private func hash(_ key: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(key.utf8)))
    }
}
