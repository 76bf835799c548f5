public import Access
public import Database
public import Domain
public import Journal
public import Vault

/// The appointments of an organisation. Each change writes its leaf and event in its own transaction.
public struct AppointmentStore: Sendable {
    private let vault: Vault
    private let recorder: Recorder
    let surroundings: Surroundings

    public init(vault: Vault, recorder: Recorder, surroundings: Surroundings) {
        self.vault = vault
        self.recorder = recorder
        self.surroundings = surroundings
    }

    /// Plans an appointment. Whoever calls has checked that case, person and contact are the principal's.
    public func create(
        _ details: AppointmentDetails,
        state: AppointmentState = .planned,
        by principal: Principal,
        on connection: any Connection
    ) throws -> AppointmentID {
        let id: AppointmentID = surroundings.newID()
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        let key = try keyring.newRecord(id.retagged(), on: connection)
        let body = try key.seal(details.note, .appointmentBody)
        let now = surroundings.now()
        try connection.execute(
            """
            INSERT INTO appointment (
                id, organization_id, version, state, day, minute, zone, minutes, service, staff_user_id, person_id,
                case_id, contact_id, created_at, changed_at, body
            ) VALUES (
                \(id), \(principal.organization), 1, \(state.rawValue), \(details.day.iso), \(details.minute),
                \(details.zone), \(details.minutes), \(details.service), \(details.staff), \(details.person),
                \(details.caseFile), \(details.contact), \(now), \(now), \(Blob(body))
            )
            """
        )
        try record(.appointmentPlanned, id, by: principal, on: connection)
        return id
    }

    /// Moves an appointment to another state.
    ///
    /// - Throws: ``CalendarError`` when it is gone, changed meanwhile, or the state can't follow.
    public func set(
        _ state: AppointmentState,
        of id: AppointmentID,
        from version: Int64,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard let present = try find(id, for: principal, on: connection) else { throw CalendarError.notFound }
        guard present.version == version else { throw CalendarError.stale }
        guard AppointmentRules.next(present.state).contains(state) else { throw CalendarError.impossibleState }
        try connection.execute(
            """
            UPDATE appointment SET state = \(state.rawValue), version = \(version + 1), changed_at = \(surroundings.now())
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        try record(.appointmentChanged, id, by: principal, on: connection)
    }

    /// One appointment of the principal's organisation.
    public func find(
        _ id: AppointmentID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> Appointment? {
        try list("a.id = \(id)", for: principal, limit: 1, on: connection).first
    }

    /// The appointments of a case in the order of their days.
    public func appointments(
        of caseFile: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Appointment] {
        try list("a.case_id = \(caseFile)", for: principal, limit: 200, on: connection)
    }

    /// The appointments of a person in the order of their days.
    public func appointments(
        of person: PersonID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Appointment] {
        try list("a.person_id = \(person)", for: principal, limit: 200, on: connection)
    }

    /// The planned appointments from one day to another, both counted.
    public func planned(
        from first: CivilDate,
        to last: CivilDate,
        staff: UserID? = nil,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Appointment] {
        let with: SQL = staff.map { " AND (a.staff_user_id IS NULL OR a.staff_user_id = \($0))" } ?? ""
        return try list(
            """
            a.day >= \(first.iso) AND a.day <= \(last.iso)
                AND a.state IN \([AppointmentState.planned.rawValue, AppointmentState.inProgress.rawValue])\(with)
            """,
            for: principal,
            limit: 200,
            on: connection
        )
    }

    /// Takes an erased person out of all appointments; what was planned for them alone says nothing any more.
    public func forget(_ person: PersonID, by principal: Principal, on connection: any Connection) throws {
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        for appointment in try appointments(of: person, for: principal, on: connection) {
            let key = try keyring.key(of: appointment.id.retagged(), on: connection)
            try connection.execute(
                """
                UPDATE appointment SET person_id = NULL, body = \(Blob(try key.seal("", .appointmentBody))),
                    version = version + 1
                WHERE id = \(appointment.id) AND organization_id = \(principal.organization)
                """
            )
            try record(.appointmentChanged, appointment.id, by: principal, on: connection)
        }
    }

    private func list(
        _ condition: SQL,
        for principal: Principal,
        limit: Int,
        on connection: any Connection
    ) throws -> [Appointment] {
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        return try connection.rows(
            """
            SELECT a.id, a.version, a.state, a.day, a.minute, a.zone, a.minutes, a.service, a.staff_user_id,
                a.person_id, a.case_id, a.contact_id, a.body, \(Keyring.wrapColumns)
            FROM appointment a \(keyring.wrapJoin(record: "a.id", for: .narrative))
            WHERE a.organization_id = \(principal.organization) AND \(condition)
            ORDER BY a.day, a.minute, a.id LIMIT \(limit)
            """
        ) { row in
            let id: AppointmentID = try row.id(0)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 13)
            guard let state = AppointmentState(rawValue: try row.text(2)), let day = CivilDate(iso: try row.text(3))
            else { throw CalendarError.notFound }
            return Appointment(
                id: id,
                version: try row.integer(1),
                state: state,
                details: AppointmentDetails(
                    day: day,
                    minute: Int(try row.integer(4)),
                    zone: try row.text(5),
                    minutes: Int(try row.integer(6)),
                    service: try row.textOrNil(7),
                    staff: try row.idOrNil(8),
                    person: try row.idOrNil(9),
                    caseFile: try row.idOrNil(10),
                    contact: try row.idOrNil(11),
                    note: try key.openText(try row.blob(12), .appointmentBody)
                )
            )
        }
    }

    func record(
        _ kind: LeafKind,
        _ id: AppointmentID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try recorder.record(
            LeafDraft(
                log: principal.organization,
                kind: kind,
                actor: principal.user,
                actorOrganization: principal.organization,
                subject: id.retagged()
            ),
            on: connection
        )
    }
}

extension LeafKind {
    /// An appointment was agreed.
    public static let appointmentPlanned = LeafKind(rawValue: "appointment.planned")
    /// An appointment's state changed.
    public static let appointmentChanged = LeafKind(rawValue: "appointment.changed")
    /// Somebody looked at the list of appointments.
    public static let appointmentsListed = LeafKind(rawValue: "appointments.listed")
}
