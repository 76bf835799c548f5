import Access
import Domain
import Testing

@Suite struct RoleMatrixTests {
    /// The documented matrix, written out once more: reach by role in the order of `Role.allCases`.
    static let matrix: [Right: [Reach?]] = [
        .peopleRead: [.granted, .granted, .granted, .granted, .granted, nil, nil, nil],
        .peopleWrite: [.organization, .organization, .organization, .organization, .organization, nil, nil, nil],
        .peopleShare: [.organization, .organization, .organization, .organization, .organization, nil, nil, nil],
        .peopleErase: [nil, nil, nil, nil, .organization, nil, nil, nil],
        .membersRead: [.own, .own, .own, .organization, .organization, .organization, .own, .network],
        .membersManage: [nil, nil, nil, nil, .organization, nil, nil, .network],
        .journalRead: [nil, nil, nil, nil, .organization, .organization, nil, .organization],
        .installationManage: [nil, nil, nil, nil, nil, nil, nil, .network],
        .apiUse: [.own, .own, .own, .own, .own, .own, .own, .own],
        .contactsRead: [.organization, .organization, .organization, .organization, .organization, nil, nil, nil],
        .contactsWrite: [.organization, .organization, .organization, .organization, .organization, nil, nil, nil],
        .casesRead: [.granted, .granted, .granted, .granted, .granted, nil, nil, nil],
        .casesWrite: [.organization, .organization, .organization, .organization, .organization, nil, nil, nil],
        .referralsAnswer: [nil, .organization, .organization, .organization, .organization, nil, nil, nil],
        .statisticsRead: [nil, nil, nil, .organization, .organization, nil, .organization, nil],
        .recordsImport: [nil, nil, nil, .organization, .organization, nil, nil, nil],
        .recordsExport: [nil, nil, nil, .organization, .organization, nil, nil, nil],
        .directoryManage: [nil, nil, nil, .organization, .organization, nil, nil, nil],
        .networkManage: [nil, nil, nil, nil, nil, nil, nil, .network],
    ]

    @Test func everyRoleHasExactlyTheDocumentedRights() {
        #expect(Role.allCases.count == 8)
        #expect(Set(Self.matrix.keys) == Set(Right.allCases))
        for (column, role) in Role.allCases.enumerated() {
            for right in Right.allCases {
                #expect(role.rights.reach(of: right) == Self.matrix[right]?[column], "\(role) \(right)")
            }
        }
    }

    @Test func codesAreFixed() {
        #expect(
            Role.allCases.map(\.rawValue) == [
                "operator", "caseworker", "lawyer", "coordinator", "manager", "auditor", "researcher", "administrator",
            ]
        )
        #expect(!Role.ofOrganizations.contains(.installationAdministrator))
        #expect(Role.ofOrganizations.count == 7)
    }

    @Test func theWiderReachHoldsAndContainsTheNarrower() {
        let rights = RightSet([
            GrantedRight(.peopleRead, .team), GrantedRight(.peopleRead, .granted), GrantedRight(.peopleRead, .own),
            GrantedRight(.apiUse, .own),
        ])
        #expect(rights.reach(of: .peopleRead) == .granted)
        #expect(rights.allows(.peopleRead, .organization))
        #expect(!rights.allows(.peopleRead, .network))
        #expect(!rights.allows(.peopleWrite))
        #expect(rights.rights == [GrantedRight(.peopleRead, .granted), GrantedRight(.apiUse, .own)])
    }

    @Test func aTokenMayBeGivenLess() {
        let limited = Role.manager.rights.limited(to: [.contactsWrite, .apiUse, .installationManage])
        #expect(limited.rights.map(\.right) == [.apiUse, .contactsWrite])
        #expect(limited.reach(of: .contactsWrite) == .organization)
    }

    @Test func noTwoRightsShareAPlace() {
        for right in Right.allCases {
            let only = RightSet([GrantedRight(right, .network)])
            #expect(Right.allCases.filter { only.allows($0) } == [right])
        }
    }
}
