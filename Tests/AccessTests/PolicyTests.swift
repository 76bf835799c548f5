import Access
import Domain
import Testing

@Suite struct PolicyTests {
    static let home = OrganizationID(high: 1, low: 10)
    static let other = OrganizationID(high: 1, low: 11)
    static let now = Instant(milliseconds: 1_000_000)

    static func principal(_ role: Role, in organization: OrganizationID = home, stepped: Bool = false) -> Principal {
        Principal(
            user: UserID(high: 2, low: 1),
            organization: organization,
            role: role,
            session: SessionID(high: 3, low: 1),
            csrfToken: "",
            steppedUpUntil: stepped ? now.advanced(bySeconds: 60) : nil,
            dutyName: "A"
        )
    }

    /// 10,000 random sets of rights against random rows: the list shows exactly what the check of one record allows.
    @Test func listFilterEqualsObjectCheck() {
        var chance = SystemRandomNumberGenerator()
        var matched = 0
        for _ in 0..<10_000 {
            let granted = Right.allCases.filter { _ in Bool.random(using: &chance) }
                .map { GrantedRight($0, Reach.allCases.randomElement(using: &chance) ?? .own) }
            let policy = PeoplePolicy(organization: Self.home, rights: RightSet(granted))
            let owner = Bool.random(using: &chance) ? Self.home : Self.other
            let groups = FieldGroups(FieldGroup.allCases.filter { _ in Int.random(in: 0..<6, using: &chance) == 0 })
            let listed = policy.filter.matches(owner: owner, hasLiveGrant: !groups.isEmpty)
            #expect(listed == policy.mayRead(owner: owner, granted: groups))
            #expect(policy.mayList || !listed)
            if listed { matched += 1 }
        }
        #expect((1_000...9_000).contains(matched))
    }

    @Test func aRecipientReadsTheGrantedGroupsAndNothingElse() {
        let policy = PeoplePolicy(Self.principal(.lawyer))
        #expect(policy.readableGroups(owner: Self.home, granted: []) == .full)
        #expect(policy.readableGroups(owner: Self.other, granted: .summary) == .summary)
        #expect(policy.readableGroups(owner: Self.other, granted: []).isEmpty)
        #expect(policy.mayWrite(owner: Self.home))
        #expect(!policy.mayWrite(owner: Self.other))
        #expect(!policy.mayShare(owner: Self.other))
        #expect(policy.mayErase(owner: Self.other, at: Self.now) == .denied)
    }

    @Test(arguments: [Role.auditor, .researcher, .installationAdministrator])
    func rolesWithoutPeopleSeeNone(role: Role) {
        let policy = PeoplePolicy(Self.principal(role))
        #expect(!policy.mayList)
        #expect(!policy.mayRead(owner: Self.home, granted: .full))
        #expect(!policy.mayRead(owner: Self.other, granted: .full))
        #expect(!policy.mayCreate)
    }

    @Test func erasureWantsThePasswordAgain() {
        #expect(
            PeoplePolicy(Self.principal(.manager)).mayErase(owner: Self.home, at: Self.now) == .needsStepUp
        )
        let stepped = PeoplePolicy(Self.principal(.manager, stepped: true))
        #expect(stepped.mayErase(owner: Self.home, at: Self.now) == .allowed)
        #expect(stepped.mayErase(owner: Self.home, at: Self.now.advanced(bySeconds: 60)) == .needsStepUp)
        let caseworker = PeoplePolicy(Self.principal(.caseworker, stepped: true))
        #expect(caseworker.mayErase(owner: Self.home, at: Self.now) == .denied)
    }

    @Test func managersInviteAtHomeAndAdministratorsAppointManagers() {
        let manager = MembersPolicy(Self.principal(.manager))
        for role in Role.ofOrganizations { #expect(manager.mayInvite(as: role, to: Self.home)) }
        #expect(!manager.mayInvite(as: .installationAdministrator, to: Self.home))
        #expect(!manager.mayInvite(as: .manager, to: Self.other))
        #expect(!manager.mayInvite(as: .installationAdministrator, to: .installation))
        let administrator = MembersPolicy(Self.principal(.installationAdministrator, in: .installation))
        #expect(administrator.mayInvite(as: .manager, to: Self.home))
        #expect(!administrator.mayInvite(as: .caseworker, to: Self.home))
        #expect(administrator.mayInvite(as: .installationAdministrator, to: .installation))
        #expect(!administrator.mayInvite(as: .manager, to: .installation))
        #expect(!MembersPolicy(Self.principal(.coordinator)).mayInvite(as: .operator, to: Self.home))
    }

    @Test func nobodyManagesThemselvesOrWalksIntoAnotherOrganization() {
        let myself = UserID(high: 2, low: 1)
        let colleague = UserID(high: 2, low: 2)
        let manager = MembersPolicy(Self.principal(.manager))
        #expect(!manager.mayChangeRole(of: myself, to: .operator, in: Self.home))
        #expect(!manager.mayDisable(myself, in: Self.home))
        #expect(manager.mayDisable(colleague, in: Self.home))
        #expect(!manager.mayDisable(colleague, in: Self.other))
        #expect(manager.mayResetPassword(of: colleague, in: Self.home, isSharedMember: false))
        #expect(!manager.mayResetPassword(of: colleague, in: Self.home, isSharedMember: true))
        let administrator = MembersPolicy(Self.principal(.installationAdministrator, in: .installation))
        #expect(administrator.mayResetPassword(of: colleague, in: Self.home, isSharedMember: true))
        #expect(manager.mayList(in: Self.home))
        #expect(!manager.mayList(in: Self.other))
        #expect(!MembersPolicy(Self.principal(.caseworker)).mayList(in: Self.home))
    }

    @Test func journalsAreReadAtHome() {
        #expect(JournalPolicy(Self.principal(.auditor)).mayRead(log: Self.home))
        #expect(!JournalPolicy(Self.principal(.auditor)).mayRead(log: Self.other))
        #expect(!JournalPolicy(Self.principal(.auditor)).mayRead(log: .installation))
        let administrator = JournalPolicy(Self.principal(.installationAdministrator, in: .installation))
        #expect(administrator.mayRead(log: .installation))
        #expect(!administrator.mayRead(log: Self.home))
    }

    @Test func onlyAdministratorsRunTheInstallation() {
        for role in Role.allCases {
            let policy = InstallationPolicy(Self.principal(role))
            #expect(policy.mayManageSettings == (role == .installationAdministrator))
            #expect(policy.mayManageOrganizations == (role == .installationAdministrator))
        }
    }
}
