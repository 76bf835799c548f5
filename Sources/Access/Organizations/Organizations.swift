public import Database
public import Domain
import Foundation
public import Journal
public import Vault

/// What a new organisation needs.
public struct OrganizationDraft: Sendable {
    /// Two to forty lower-case letters, digits and inner hyphens.
    public var code: String
    public var kind: OrganizationKind
    public var language: InterfaceLanguage
    /// An IANA zone such as `Asia/Bishkek`.
    public var timeZone: String
    /// At least one.
    public var names: [OrganizationName]
    /// Whether it is offered to others.
    public var admission: OrganizationAdmission = .admitted
    /// Whether it belongs to a state; offices of states always do.
    public var isStateRecipient = false
    /// Whether it is for training only.
    public var isPractice = false

    public init(
        code: String,
        kind: OrganizationKind,
        language: InterfaceLanguage,
        timeZone: String,
        names: [OrganizationName]
    ) {
        self.code = code
        self.kind = kind
        self.language = language
        self.timeZone = timeZone
        self.names = names
    }
}

/// The organisations of the installation. Every call needs the installation's scope.
public struct Organizations: Sendable {
    private let vault: Vault
    private let recorder: Recorder
    private let surroundings: Surroundings

    public init(vault: Vault, recorder: Recorder, surroundings: Surroundings) {
        self.vault = vault
        self.recorder = recorder
        self.surroundings = surroundings
    }

    /// Makes an organisation with its keys.
    ///
    /// - Throws: ``AccessError`` for a bad or taken code, zone or name.
    public func create(
        _ draft: OrganizationDraft,
        by actor: ActingUser,
        on connection: any Connection
    ) throws -> OrganizationID {
        guard draft.kind != .installation else { throw AccessError.noSuchOrganization }
        let id: OrganizationID = surroundings.newID()
        try insert(id, draft, by: actor, on: connection)
        return id
    }

    /// Makes the installation's pseudo-organisation and its keys where they are missing; at every start.
    ///
    /// - Returns: whether this was the first start.
    @discardableResult
    public func ensureInstallation(
        language: InterfaceLanguage,
        timeZone: String,
        on connection: any Connection
    ) throws -> Bool {
        guard try find(.installation, on: connection) == nil else { return false }
        let name = OrganizationName(language: language.rawValue, text: "Tirek")
        let draft = OrganizationDraft(
            code: "installation",
            kind: .installation,
            language: language,
            timeZone: timeZone,
            names: [name]
        )
        try insert(.installation, draft, by: .program, on: connection)
        return true
    }

    /// Changes everything but the code.
    public func change(
        _ id: OrganizationID,
        to draft: OrganizationDraft,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        try check(draft)
        let changed = try connection.execute(
            """
            UPDATE organization SET kind = \(draft.kind.rawValue), language = \(draft.language.rawValue),
                time_zone = \(draft.timeZone), admission = \(draft.admission.rawValue),
                is_state = \(draft.isStateRecipient || draft.kind.isOfState), is_practice = \(draft.isPractice)
            WHERE id = \(id)
            """
        )
        guard changed > 0 else { throw AccessError.noSuchOrganization }
        try connection.execute("DELETE FROM organization_name WHERE organization_id = \(id)")
        try insertNames(draft.names, of: id, on: connection)
        try record(.organizationChanged, id, by: actor, on: connection)
    }

    /// Closes an organisation or opens it again. The sessions of a closed one are refused from the next request on.
    public func setState(
        _ state: OrganizationState,
        of id: OrganizationID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        guard id != .installation else { throw AccessError.noSuchOrganization }
        let changed = try connection.execute("UPDATE organization SET state = \(state.rawValue) WHERE id = \(id)")
        guard changed > 0 else { throw AccessError.noSuchOrganization }
        try record(state == .closed ? .organizationDisabled : .organizationChanged, id, by: actor, on: connection)
    }

    private func insert(
        _ id: OrganizationID,
        _ draft: OrganizationDraft,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        try check(draft)
        guard try find(code: draft.code, on: connection) == nil else { throw AccessError.codeTaken }
        try connection.execute(
            """
            INSERT INTO organization (id, code, kind, language, time_zone, state, created_at, admission, is_state,
                is_practice)
            VALUES (\(id), \(draft.code), \(draft.kind.rawValue), \(draft.language.rawValue), \(draft.timeZone),
                \(OrganizationState.active.rawValue), \(surroundings.now()), \(draft.admission.rawValue),
                \(draft.isStateRecipient || draft.kind.isOfState), \(draft.isPractice))
            """
        )
        try insertNames(draft.names, of: id, on: connection)
        try connection.acting(as: id == .installation ? .installation : .organization(id)) {
            try vault.createKeys(for: id, on: connection)
        }
        try record(.organizationCreated, id, by: actor, on: connection)
    }

    private func insertNames(
        _ names: [OrganizationName],
        of id: OrganizationID,
        on connection: any Connection
    ) throws {
        for name in names {
            try connection.execute(
                """
                INSERT INTO organization_name (organization_id, language, text, status)
                VALUES (\(id), \(name.language), \(name.text), \(name.status.rawValue))
                """
            )
        }
    }

    func record(
        _ kind: LeafKind,
        _ id: OrganizationID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        try recorder.record(
            LeafDraft(
                log: .installation,
                kind: kind,
                actor: actor.user,
                actorOrganization: actor.organization,
                counterpart: id
            ),
            on: connection
        )
    }

    private func check(_ draft: OrganizationDraft) throws(AccessError) {
        guard Self.isCode(draft.code) else { throw .invalidCode }
        guard TimeZone(identifier: draft.timeZone) != nil else { throw .unknownTimeZone }
        guard !draft.names.isEmpty, Set(draft.names.map(\.language)).count == draft.names.count,
            draft.names.allSatisfy({ StaffNames.isName($0.text, limit: 300) })
        else { throw .invalidName }
    }

    private static func isCode(_ code: String) -> Bool {
        let bytes = code.utf8
        guard (2...40).contains(bytes.count), bytes.first != 45, bytes.last != 45 else { return false }
        return bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
