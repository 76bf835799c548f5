import Access
import App
import Domain
import HTTPTypes
import People
import Testing
import Web

/// One of everything of a foreign organisation, and every page and list of the others: none of its words is anywhere.
@Suite("Foreign work", .serialized)
struct ForeignWorkTests {
    @Test("No page and no list shows a word of another organisation's work")
    func nothingShows() async throws {
        try await TestNetwork.run { network in
            let third = try await TestNetwork.organization("third", network.installation)
            try await TestNetwork.publish(network.installation)
            // Its partner is the second organisation; the first one is a stranger to it.
            let work = try await TestWork.make(network, in: third, other: network.second, mark: "zqforeign")
            let places = try await TestPlaces(network)
            for line in AccessMatrix.lines where line.method == .get && !line.pattern.contains("token") {
                for role in Role.allCases where line.admits(role) {
                    let session = try await places.session(role, line)
                    let path = try await places.path(line, session, as: role)
                    let answer = try await network.ask(.get, path, as: session)
                    #expect(!answer.body.contains(work.mark), "\(line) as \(role.rawValue)")
                    #expect(!answer.body.contains(work.caseID.text), "\(line) as \(role.rawValue)")
                }
            }
            try await searching(network)
            try await ownPagesShow(network, work, third)
        }
    }

    private func searching(_ network: TestNetwork) async throws {
        let search = network.installation.rooms.search
        let following = Task { try await search.run() }
        defer { following.cancel() }
        while !search.readiness.isReady { try await Task.sleep(for: .milliseconds(5)) }
        let desk = try await network.session(.manager)
        let program = try await network.session(.manager, kind: .api)
        for path in ["/search", "/search/suggestions"] {
            // One letter short, since a page shows what was typed.
            let answer = try await network.ask(.post, path, as: desk, form: "q=zqforeignperso")
            #expect(answer.status == 200 && !answer.body.contains("zqforeignperson"), "\(path)")
        }
        let found = try await network.ask(.get, "/api/v1/people?q=zqforeignperson", as: program)
        #expect(found.status == 200 && (found.json["items"] as? [Any])?.isEmpty == true)
    }

    /// The same words are there for those whose they are; otherwise the test above would find nothing anyway.
    private func ownPagesShow(_ network: TestNetwork, _ work: TestWork, _ third: OrganizationID) async throws {
        let session = try await network.session(.manager, in: third)
        for path in [
            "/cases", "/cases/\(work.caseID)", "/hotline", "/hotline/contacts/\(work.contact)", "/hotline/handover",
            "/hotline/rota", "/hotline/on-call", "/hotline/numbers", "/hotline/call-backs", "/employers", "/people",
            "/cases/\(work.caseID)/letters", "/referrals/\(work.referral)", "/transfers/\(work.transfer)",
            "/network/own/sites/\(work.site)", "/official-requests/\(work.officialRequest)",
        ] {
            let answer = try await network.ask(.get, path, as: session)
            #expect(answer.status == 200, "\(path): \(answer.status)")
            #expect(answer.body.contains(work.mark), "\(path)")
        }
    }
}
