import Crypto
public import Database
public import Domain
public import Vault

/// Writes the facts of a record in the record's own transaction, so that figures and records can't drift apart.
public struct FactWriter: Sendable {
    private let vault: Vault
    private let surroundings: Surroundings
    private let isCounted: @Sendable (OrganizationID) -> Bool

    /// - Parameters:
    ///   - vault: keeps the fact keys.
    ///   - surroundings: chance, for ids.
    ///   - isCounted: false for organisations whose work is practice (design, safety rule 12).
    public init(
        vault: Vault,
        surroundings: Surroundings,
        isCounted: @escaping @Sendable (OrganizationID) -> Bool = { _ in true }
    ) {
        self.vault = vault
        self.surroundings = surroundings
        self.isCounted = isCounted
    }

    /// Makes these the facts of a record; those it had before go.
    ///
    /// - Parameters:
    ///   - subject: the contact, case or referral; stored only as an HMAC.
    ///   - facts: all of them, of whatever kinds.
    ///   - organization: whose facts; the transaction's own.
    ///   - isNew: the record had none before, so none need be looked for.
    ///   - connection: a write transaction.
    /// - Throws: what the database or the vault throws.
    public func replace(
        subject: RecordID,
        with facts: [Fact],
        of organization: OrganizationID,
        isNew: Bool = false,
        on connection: any Connection
    ) throws {
        guard isCounted(organization) else { return }
        let key = try factKey(organization, on: connection)
        let link = Self.link(subject.bytes, "subject", key)
        if !isNew {
            try connection.execute("DELETE FROM fact WHERE organization_id = \(organization) AND link = \(Blob(link))")
        }
        for fact in facts { try insert(fact, link: link, key, organization, on: connection) }
    }

    /// Cuts the facts of an erased record loose: they stay as figures, and nothing leads back.
    ///
    /// - Parameters:
    ///   - record: a contact, case, referral or person.
    ///   - organization: whose facts.
    ///   - connection: a write transaction that may change the organisation's facts.
    /// - Throws: what the database or the vault throws.
    public func unlink(_ record: RecordID, of organization: OrganizationID, on connection: any Connection) throws {
        let key = try factKey(organization, on: connection)
        let random = Blob(surroundings.randomBytes(Self.linkByteCount))
        let subject = Blob(Self.link(record.bytes, "subject", key))
        let person = Blob(Self.link(record.bytes, "person", key))
        try connection.execute(
            "UPDATE fact SET link = \(random) WHERE organization_id = \(organization) AND link = \(subject)"
        )
        try connection.execute(
            "UPDATE fact SET person = \(random) WHERE organization_id = \(organization) AND person = \(person)"
        )
    }

    /// Makes somebody else the person whom the facts of a record are about.
    ///
    /// - Parameters:
    ///   - subject: the contact, case or referral.
    ///   - person: whom they are about from now on; `nil` for nobody known.
    ///   - codes: what facts of contacts and problems say of the person from now on, by dimension; a dimension that is
    ///     not named stays, one that is named with `nil` is emptied.
    ///   - organization: whose facts; the transaction's own.
    ///   - connection: a write transaction.
    /// - Throws: what the database or the vault throws.
    public func reassign(
        subject: RecordID,
        to person: PersonID?,
        codes: [FactDimension: String?],
        of organization: OrganizationID,
        on connection: any Connection
    ) throws {
        guard isCounted(organization) else { return }
        let key = try factKey(organization, on: connection)
        let link = Blob(Self.link(subject.bytes, "subject", key))
        let token = person.map { Blob(Self.link($0.bytes, "person", key)) }
        try connection.execute(
            "UPDATE fact SET person = \(token) WHERE organization_id = \(organization) AND link = \(link)"
        )
        guard !codes.isEmpty else { return }
        let assignments = SQL.joined(
            FactDimension.allCases.compactMap { dimension in
                codes[dimension].map { "\(dimension.column) = \($0)" as SQL }
            },
            separator: ", "
        )
        try connection.execute(
            """
            UPDATE fact SET \(assignments) WHERE organization_id = \(organization) AND link = \(link)
                AND kind IN \([FactKind.contact.rawValue, FactKind.problem.rawValue])
            """
        )
    }

    private func insert(
        _ fact: Fact,
        link: [UInt8],
        _ key: SymmetricKey,
        _ organization: OrganizationID,
        on connection: any Connection
    ) throws {
        let id: FactID = surroundings.newRandomID()
        let codes = SQL.joined(
            FactDimension.allCases.map { "\(fact.codes[$0].flatMap { $0.isEmpty ? nil : $0 })" },
            separator: ", "
        )
        let token = try fact.networkToken.map { Blob(try networkLink($0, on: connection)) }
        let person = fact.person.map { Blob(Self.link($0.bytes, "person", key)) }
        try connection.execute(
            """
            INSERT INTO fact (
                id, organization_id, kind, day, month, link, person, network_token, amount, currency, amount_kind,
                group_size, \(FactDimension.columns)
            ) VALUES (
                \(id), \(organization), \(fact.kind.rawValue), \(fact.day.iso), \(String(fact.day.iso.prefix(7))),
                \(Blob(link)), \(person), \(token), \(fact.amount?.hundredths),
                \(fact.amount?.currency.code), \(fact.amountKind?.rawValue), \(fact.groupSize), \(codes)
            )
            """
        )
    }

    func factKey(_ organization: OrganizationID, on connection: any Connection) throws -> SymmetricKey {
        try vault.installationSecret("facts." + organization.text, on: connection)
    }

    /// The same for all organisations, so that one token stays one; a case keeps the token itself, so a fact must not.
    private func networkLink(_ token: [UInt8], on connection: any Connection) throws -> [UInt8] {
        Self.link(token, "network", try vault.installationSecret("facts.network", on: connection))
    }

    static let linkByteCount = 16

    static func link(_ bytes: [UInt8], _ purpose: String, _ key: SymmetricKey) -> [UInt8] {
        var message = Array(purpose.utf8)
        message += bytes
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: key).prefix(linkByteCount))
    }
}

extension Surroundings {
    /// A wholly random UUID (version 4): a fact's id tells nothing, not even when it was written.
    fileprivate func newRandomID() -> FactID {
        let bytes = randomBytes(16)
        func half(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        return FactID(
            high: half(bytes.prefix(8)) & ~0xF000 | 0x4000,
            low: half(bytes.suffix(8)) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }
}
