import Access
import App
import Database
import Domain
import HTTPTypes
import Logging
import Testing
import Web

/// Safety rule 11: whoever gives a hand may have to fear for it, so pages name staff by their duty names.
@Suite("Duty names", .serialized)
struct DutyNameTests {
    private static let real = "Zqrealname Person"
    private static let duty = "Zqduty Twelve"

    /// Where a member's own name stands on purpose: for managers, auditors, and the member.
    private static let onPurpose = ["/members", "/journal", "/account", "/installation", "/invitation"]

    @Test("Colleagues and partners read a duty name, and nowhere the name of a member of staff")
    func pages() async throws {
        try await TestNetwork.run { made in
            let owner = try await member(made)
            let desk = Workshop(made, made.first, mark: "zqwork")
            let person = try await TestNetwork.newPerson("Осмонова", owner, made.installation)
            let contact = try await desk.contact(of: person, by: owner)
            let caseID = try await desk.openCase(of: person, from: contact, by: owner)
            let letter = try await desk.letter(in: caseID, by: owner)
            let authority = try await desk.authority(of: caseID, to: made.second, by: owner)
            let referral = try await desk.referral(of: caseID, by: authority, to: made.second, as: owner)
            _ = try await desk.appointment(of: person, caseID, by: owner)
            // Names are read at the start, and the account is younger.
            let network = try await restarted(made)
            let lists = AccessMatrix.lines.filter { line in
                line.method == .get && !line.pattern.contains(":") && !line.isAPI
                    && !Self.onPurpose.contains { line.pattern.hasPrefix($0) }
            }
            let records = [
                "/hotline/contacts/\(contact)", "/cases/\(caseID)", "/cases/\(caseID)/print", "/people/\(person)",
                "/cases/\(caseID)/letters", "/cases/\(caseID)/letters/\(letter)", "/referrals/\(referral)",
                "/cases/\(caseID)/appointments/new",
            ]
            var shown: Set<String> = []
            for role in [Role.operator, .caseworker, .coordinator, .manager] {
                let session = try await network.session(role)
                for path in lists.filter({ $0.admits(role) }).map(\.pattern) + records {
                    let answer = try await network.ask(.get, path, as: session)
                    #expect(answer.status < 400, "\(path) as \(role.rawValue): \(answer.status)")
                    #expect(!answer.body.contains("Zqrealname"), "\(path) as \(role.rawValue)")
                    if answer.body.contains(Self.duty) { shown.insert(path) }
                }
            }
            #expect(shown.isSuperset(of: ["/hotline/contacts", "/hotline/contacts/\(contact)", "/cases/\(caseID)"]))
            // No letter carries a name of staff, not even the duty name.
            #expect(!shown.contains("/cases/\(caseID)/letters/\(letter)"))
            try await partner(network, caseID.text, referral.text)
        }
    }

    /// What the other organisation sees of the referral and of the case behind it.
    private func partner(_ network: TestNetwork, _ caseID: String, _ referral: String) async throws {
        let session = try await network.session(.manager, in: network.second)
        for path in ["/inbox", "/referrals/\(referral)", "/cases/\(caseID)", "/cases/\(caseID)/print"] {
            let answer = try await network.ask(.get, path, as: session)
            #expect(answer.status < 400, "\(path): \(answer.status)")
            #expect(!answer.body.contains("Zqrealname"), "\(path)")
        }
    }

    private func member(_ network: TestNetwork) async throws -> Principal {
        let access = network.installation.access
        let email = try #require(EmailAddress("zq@example.org"))
        let names = try #require(StaffNames(name: Self.real, dutyName: Self.duty))
        let first = network.first
        let user = try await network.installation.database.write(.installation) { connection in
            let user = try access.accounts.create(
                AccountDraft(email: email, names: names),
                by: .program,
                on: connection
            )
            try access.memberships.add(user, to: first, as: .caseworker, by: .program, on: connection)
            return user
        }
        return Principal(
            user: user,
            organization: first,
            role: .caseworker,
            session: network.installation.surroundings.newID(),
            csrfToken: "",
            dutyName: Self.duty
        )
    }

    private func restarted(_ network: TestNetwork) async throws -> TestNetwork {
        let site = try await DeskSite.build(network.installation)
        return TestNetwork(
            installation: network.installation,
            responder: try WebResponder(
                site: site.site,
                routes: site.routes,
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            ),
            routes: site.routes,
            first: network.first,
            second: network.second,
            own: network.own,
            foreign: network.foreign,
            shared: network.shared,
            grant: network.grant,
            member: network.member,
            foreignMember: network.foreignMember
        )
    }
}
