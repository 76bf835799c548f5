import CArgon2

/// What an Argon2id hash costs.
public struct Argon2Parameters: Sendable, Hashable {
    /// Passes over the memory.
    public let time: UInt32
    /// Memory in KiB.
    public let memory: UInt32
    public let lanes: UInt32

    public init(time: UInt32, memory: UInt32, lanes: UInt32) {
        self.time = time
        self.memory = memory
        self.lanes = lanes
    }

    /// Three passes over 64 MiB: about a sixth of a second on a small machine.
    public static let current = Argon2Parameters(time: 3, memory: 64 * 1024, lanes: 1)
}

/// An Argon2id hash (RFC 9106) in the PHC string form that the database keeps.
public struct PasswordHash: Sendable, Hashable {
    public let parameters: Argon2Parameters
    let salt: [UInt8]
    let tag: [UInt8]

    /// Reads `$argon2id$v=19$m=…,t=…,p=…$salt$hash`; `nil` for another algorithm or version and for costs that a
    /// damaged row could use to stop the machine.
    public init?(phc text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19" else { return nil }
        let costs = parts[3].split(separator: ",", omittingEmptySubsequences: false)
        guard costs.count == 3,
            let memory = Self.number(costs[0], "m="), (8...1_048_576).contains(memory),
            let time = Self.number(costs[1], "t="), (1...16).contains(time),
            let lanes = Self.number(costs[2], "p="), (1...4).contains(lanes),
            let salt = Base64URL.decodePlain(parts[4].utf8), (8...64).contains(salt.count),
            let tag = Base64URL.decodePlain(parts[5].utf8), (16...64).contains(tag.count)
        else { return nil }
        parameters = Argon2Parameters(time: time, memory: memory, lanes: lanes)
        self.salt = salt
        self.tag = tag
    }

    /// Hashes a password; takes as long and as much memory as `parameters` say, so only ``PasswordHasher`` calls it.
    init(_ password: [UInt8], salt: [UInt8], parameters: Argon2Parameters) throws(Argon2Error) {
        self.parameters = parameters
        self.salt = salt
        tag = try Self.derive(password, salt: salt, parameters: parameters, length: 32)
    }

    /// The PHC string.
    public var phc: String {
        let costs = "m=\(parameters.memory),t=\(parameters.time),p=\(parameters.lanes)"
        return "$argon2id$v=19$\(costs)$\(Base64URL.encodePlain(salt))$\(Base64URL.encodePlain(tag))"
    }

    /// Whether the password is the one; compares every byte whatever the first ones say.
    func matches(_ password: [UInt8]) throws(Argon2Error) -> Bool {
        let other = try Self.derive(password, salt: salt, parameters: parameters, length: tag.count)
        return zip(tag, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func number(_ text: Substring, _ prefix: String) -> UInt32? {
        guard text.hasPrefix(prefix) else { return nil }
        let digits = text.dropFirst(prefix.count)
        guard digits.first != "0", digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return UInt32(digits)
    }

    private static func derive(
        _ password: [UInt8],
        salt: [UInt8],
        parameters: Argon2Parameters,
        length: Int
    ) throws(Argon2Error) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: length)
        let code = argon2id_hash_raw(
            parameters.time,
            parameters.memory,
            parameters.lanes,
            password,
            password.count,
            salt,
            salt.count,
            &tag,
            length
        )
        guard code == ARGON2_OK.rawValue else { throw Argon2Error(code: code) }
        return tag
    }
}

/// The library refused; most likely there is no memory left.
public struct Argon2Error: Error, Sendable, Hashable {
    /// libargon2's own number (`argon2_error_codes`).
    public let code: Int32
}
