/// What a person is in an organisation: a preset of rights. The raw value is kept in the database and never changes.
///
/// | | operator | caseworker | lawyer | coordinator | manager | auditor | researcher | administrator |
/// |---|---|---|---|---|---|---|---|---|
/// | people.read | granted | granted | granted | granted | granted | | | |
/// | people.write | organization | organization | organization | organization | organization | | | |
/// | people.share | organization | organization | organization | organization | organization | | | |
/// | people.erase | | | | | organization | | | |
/// | contacts.read, contacts.write | organization | organization | organization | organization | organization | | | |
/// | cases.read | granted | granted | granted | granted | granted | | | |
/// | cases.write | organization | organization | organization | organization | organization | | | |
/// | referrals.answer | | organization | organization | organization | organization | | | |
/// | statistics.read | | | | organization | organization | | organization | |
/// | records.import, records.export | | | | organization | organization | | | |
/// | directory.manage | | | | organization | organization | | | |
/// | network.manage | | | | | | | | network |
/// | members.read | own | own | own | organization | organization | organization | own | network |
/// | members.manage | | | | | organization | | | network |
/// | journal.read | | | | | organization | organization | | organization |
/// | installation.manage | | | | | | | | network |
/// | api.use | own | own | own | own | own | own | own | own |
///
/// An operator opens cases and refers at night, when nobody else is there; what comes in is answered by those who will
/// do the work. The administrator belongs to the installation's pseudo-organisation, so "organization" is the
/// installation's own journal there. Running the machine gives no right over people: an administrator sees none.
public enum Role: String, CaseIterable, Sendable, Hashable {
    /// Answers the hotline.
    case `operator`
    /// Accompanies people's cases.
    case caseworker
    /// Advises and represents.
    case lawyer
    /// Leads a programme: sees who works, shares, doesn't manage accounts.
    case coordinator
    /// Administers one organisation.
    case manager
    /// Reads an organisation's journal and list of members, and no person.
    case auditor
    /// Works with published figures only.
    case researcher
    /// Runs the installation.
    case installationAdministrator = "administrator"

    /// The rights that come with the role.
    public var rights: RightSet {
        switch self {
        case .operator: RoleRights.hotlineOperator
        case .caseworker, .lawyer: RoleRights.caseworker
        case .coordinator: RoleRights.coordinator
        case .manager: RoleRights.manager
        case .auditor: RoleRights.auditor
        case .researcher: RoleRights.researcher
        case .installationAdministrator: RoleRights.administrator
        }
    }

    /// The roles that an organisation's members may have; the administrator's belongs to the installation alone.
    public static let ofOrganizations: [Role] = Role.allCases.filter { $0 != .installationAdministrator }
}

/// The presets as data, made once.
private enum RoleRights {
    static let hotlineOperator = RightSet([
        GrantedRight(.peopleRead, .granted),
        GrantedRight(.peopleWrite, .organization),
        GrantedRight(.peopleShare, .organization),
        GrantedRight(.contactsRead, .organization),
        GrantedRight(.contactsWrite, .organization),
        GrantedRight(.casesRead, .granted),
        GrantedRight(.casesWrite, .organization),
        GrantedRight(.membersRead, .own),
        GrantedRight(.apiUse, .own),
    ])
    static let caseworker = RightSet(
        hotlineOperator.rights + [GrantedRight(.referralsAnswer, .organization)]
    )
    static let coordinator = RightSet(
        caseworker.rights + [
            GrantedRight(.statisticsRead, .organization),
            GrantedRight(.recordsImport, .organization),
            GrantedRight(.recordsExport, .organization),
            GrantedRight(.directoryManage, .organization),
            GrantedRight(.membersRead, .organization),
        ]
    )
    static let manager = RightSet(
        coordinator.rights + [
            GrantedRight(.peopleErase, .organization),
            GrantedRight(.membersManage, .organization),
            GrantedRight(.journalRead, .organization),
        ]
    )
    static let auditor = RightSet([
        GrantedRight(.membersRead, .organization),
        GrantedRight(.journalRead, .organization),
        GrantedRight(.apiUse, .own),
    ])
    static let researcher = RightSet([
        GrantedRight(.statisticsRead, .organization),
        GrantedRight(.membersRead, .own),
        GrantedRight(.apiUse, .own),
    ])
    static let administrator = RightSet([
        GrantedRight(.membersRead, .network),
        GrantedRight(.membersManage, .network),
        GrantedRight(.journalRead, .organization),
        GrantedRight(.networkManage, .network),
        GrantedRight(.installationManage, .network),
        GrantedRight(.apiUse, .own),
    ])
}
