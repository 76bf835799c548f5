import Access
import App
import Domain
import Foundation
import HTTPTypes
import Testing

@Suite("The API's consents, referrals and transfers", .serialized)
struct SharingCallTests {
    /// Two programs, a person and a case of the first.
    private struct Scene: Sendable {
        let home: Stranger
        let clinic: Stranger
        let person: String
        let caseID: String

        init(_ network: TestNetwork) async throws {
            home = try await Stranger.of(network.first, network)
            clinic = try await Stranger.of(network.second, network, as: .lawyer)
            person = try await home.person("Абдыкадырова")
            let more: [String: any Sendable] = ["summary": "Не платят", "situation": "Паспорт у бригадира"]
            caseID = try await home.openCase(person, more)
        }
    }

    @Test("Without a live consent for this recipient nothing is sent; nor to oneself, nor to whom nobody admitted")
    func refusals() async throws {
        try await TestNetwork.run { network in
            let waiting = try await TestNetwork.organization(
                "waiting",
                network.installation,
                admission: .pending
            )
            let practice = try await TestNetwork.organization("practice", network.installation, isPractice: true)
            let third = try await TestNetwork.organization("third", network.installation)
            try await TestNetwork.publish(network.installation)
            let scene = try await Scene(network)
            let path = "cases/\(scene.caseID)/referrals"
            let none = try await scene.home.post(path, ["organizationId": network.second.text])
            #expect(none.status == 422 && none.fields == ["consentId"], "\(none.body)")
            let consent = try await scene.home.give(scene.caseID, to: network.second)
            let other = try await scene.home.post(path, ["organizationId": third.text, "consentId": consent])
            #expect(other.status == 422 && other.codes == ["consent_of_other_recipient"], "\(other.body)")
            for (recipient, code) in [
                (network.first, "own_organization"), (waiting, "not_admitted"), (practice, "practice_organization"),
            ] {
                let given = try await scene.home.post(
                    "cases/\(scene.caseID)/consents",
                    Stranger.consent(to: recipient)
                )
                #expect(given.status == 422 && given.codes.contains(code), "\(code): \(given.body)")
                let sent = try await scene.home.post(path, ["organizationId": recipient.text, "consentId": consent])
                #expect(sent.status == 422 && sent.codes.contains(code), "\(code): \(sent.body)")
            }
            // Withdrawn: the same consent sends nothing any more.
            #expect(try await scene.home.delete("cases/\(scene.caseID)/consents/\(consent)").status == 204)
            let late = try await scene.home.post(path, ["organizationId": network.second.text, "consentId": consent])
            #expect(late.status == 422 && late.codes == ["consent_missing"], "\(late.body)")
            #expect(try await scene.clinic.get("referrals").body.contains("\"items\":[]"))
        }
    }

    @Test("A consent names what it must: its end, its purpose, its parts, its language")
    func consents() async throws {
        try await TestNetwork.run { network in
            let scene = try await Scene(network)
            let whole = Stranger.consent(to: network.second)
            for (name, value) in [
                ("expiresOn", Stranger.day(-1)), ("expiresOn", "2026-02-30"), ("expiresOn", "2999-01-01"),
                ("purpose", "gossip"), ("scope", "everything"), ("language", ""), ("method", "telepathy"),
                ("recipientOrganizationId", network.own.text), ("personId", network.foreign.text),
            ] {
                let answer = try await scene.home.post(
                    "cases/\(scene.caseID)/consents",
                    whole.merging([name: value]) { $1 }
                )
                #expect(answer.status == 422 && answer.fields.contains(name), "\(name) \(value): \(answer.body)")
            }
            let given = try await scene.home.post("cases/\(scene.caseID)/consents", whole, key: "c1")
            let again = try await scene.home.post("cases/\(scene.caseID)/consents", whole, key: "c1")
            #expect(try given.member("id") == again.member("id"))
            let reused = try await scene.home.post(
                "cases/\(scene.caseID)/consents",
                whole.merging(["scope": "summary"]) { $1 },
                key: "c1"
            )
            #expect(reused.status == 409)
            #expect(try await scene.clinic.get("cases/\(scene.caseID)/consents").status == 404)
            #expect(
                try await scene.clinic.delete("cases/\(scene.caseID)/consents/\(given.member("id"))").status == 404
            )
        }
    }

    @Test("Sent, the recipient sees a summary; accepted, what was agreed; withdrawn, nothing of the sender's")
    func life() async throws {
        try await TestNetwork.run { network in
            let scene = try await Scene(network)
            let consent = try await scene.home.give(scene.caseID, to: network.second)
            #expect(try await scene.clinic.get("cases/\(scene.caseID)").status == 404)
            #expect(try await scene.clinic.get("people/\(scene.person)").status == 404)
            let id = try await scene.home.refer(scene.caseID, to: network.second, by: consent)
            // Sent: who it is and what it is about, and not the story.
            let waiting = try await scene.clinic.get("referrals?box=in")
            #expect((waiting.json["items"] as? [[String: Any]])?.count == 1)
            let before = try await scene.clinic.get("cases/\(scene.caseID)")
            #expect(before.status == 200 && before.json["summary"] as? String == "Не платят", "\(before.body)")
            #expect(!before.body.contains("бригадира"))
            let seen = try await scene.clinic.get("referrals/\(id)")
            #expect(seen.json["state"] as? String == "seen")
            #expect(seen.json["note"] as? String == "Паспорт у хозяина")

            let accepted = try await scene.clinic.post("referrals/\(id)/accept", key: "a1")
            #expect(accepted.status == 200 && accepted.json["state"] as? String == "accepted", "\(accepted.body)")
            #expect(try await scene.clinic.post("referrals/\(id)/accept", key: "a1").status == 200)
            #expect(try await scene.clinic.post("referrals/\(id)/accept").status == 409)
            let linked = try accepted.member("linkedCaseId")
            let after = try await scene.clinic.get("cases/\(scene.caseID)")
            #expect(after.json["situation"] as? String == "Паспорт у бригадира", "\(after.body)")
            // Read in place, and no more: the record stays the sender's.
            let tag = try #require(after.headers[.eTag])
            #expect(
                try await scene.clinic.patch("cases/\(scene.caseID)", ["risk": "high"], ifMatch: tag).status == 404
            )
            #expect(try await scene.clinic.post("cases/\(scene.caseID)/close", ["outcome": "solved"]).status == 404)
            let own = try await scene.clinic.get("cases/\(linked)")
            #expect(own.json["organizationId"] as? String == network.second.text)
            // The recipient's own work is its own.
            #expect(try await scene.home.get("cases/\(linked)").status == 404)

            #expect(try await scene.home.delete("cases/\(scene.caseID)/consents/\(consent)").status == 204)
            #expect(try await scene.clinic.get("cases/\(scene.caseID)").status == 404)
            #expect(try await scene.clinic.get("people/\(scene.person)").status == 404)
            let ended = try await scene.clinic.get("referrals/\(id)")
            #expect(ended.json["state"] as? String == "revoked", "\(ended.body)")
            #expect(!ended.body.contains("Паспорт") && !ended.body.contains("Не платят"))
            #expect(try await scene.clinic.get("cases/\(linked)").status == 200)
        }
    }

    @Test("The other side declines with a reason, or completes with an outcome that the sender reads")
    func answers() async throws {
        try await TestNetwork.run { network in
            let scene = try await Scene(network)
            let consent = try await scene.home.give(scene.caseID, to: network.second)
            let first = try await scene.home.refer(scene.caseID, to: network.second, by: consent)
            let twice = try await scene.home.post(
                "cases/\(scene.caseID)/referrals",
                ["organizationId": network.second.text, "consentId": consent]
            )
            #expect(twice.status == 409, "\(twice.body)")
            // Only the recipient answers, only the sender takes back.
            for act in ["accept", "decline", "complete"] {
                #expect(try await scene.home.post("referrals/\(first)/\(act)").status == 404, "\(act)")
            }
            #expect(try await scene.clinic.post("referrals/\(first)/revoke").status == 404)
            #expect(try await scene.clinic.post("referrals/\(first)/complete").status == 409)
            let declined = try await scene.clinic.post("referrals/\(first)/decline", ["reason": "no_capacity"])
            #expect(declined.status == 200 && declined.json["state"] as? String == "declined", "\(declined.body)")
            #expect(try await scene.clinic.get("cases/\(scene.caseID)").status == 404)

            let second = try await scene.home.refer(scene.caseID, to: network.second, by: consent)
            _ = try await scene.clinic.post("referrals/\(second)/accept")
            #expect(try await scene.clinic.post("referrals/\(second)/start").status == 200)
            let done = try await scene.clinic.post(
                "referrals/\(second)/complete",
                ["outcome": "partly_solved", "text": "Половину вернули"]
            )
            #expect(done.status == 200 && done.json["state"] as? String == "done", "\(done.body)")
            let told = try await scene.home.get("referrals/\(second)")
            #expect(told.json["outcome"] as? String == "partly_solved")
            #expect(told.json["answer"] as? String == "Половину вернули")
            #expect(try await scene.clinic.get("cases/\(scene.caseID)").status == 404)

            let third = try await scene.home.refer(scene.caseID, to: network.second, by: consent)
            #expect(try await scene.home.post("referrals/\(third)/revoke").status == 200)
            #expect(try await scene.clinic.post("referrals/\(third)/accept").status == 409)
            let out = try await scene.home.get("referrals?box=out")
            #expect((out.json["items"] as? [Any])?.count == 3)
        }
    }

    @Test("A transfer changes the owner once the receiver took it; a declined one leaves all as it was")
    func transfers() async throws {
        try await TestNetwork.run { network in
            let scene = try await Scene(network)
            let path = "cases/\(scene.caseID)/transfers"
            let body: [String: any Sendable] = ["organizationId": network.second.text, "deadlines": "1 апреля"]
            #expect(try await scene.home.post(path, body).status == 422)
            _ = try await scene.home.give(scene.caseID, to: network.second)
            let first = try await scene.home.post(path, body)
            #expect(first.status == 201, "\(first.body)")
            let declined = try await scene.clinic.post(
                "transfers/\(first.member("id"))/decline",
                ["reason": "not_our_field"]
            )
            #expect(declined.status == 200, "\(declined.body)")
            #expect(try await scene.home.get("cases/\(scene.caseID)").status == 200)
            let second = try await scene.home.post(path, body)
            #expect(try await scene.home.post("transfers/\(second.member("id"))/accept").status == 404)
            let taken = try await scene.clinic.post("transfers/\(second.member("id"))/accept")
            #expect(taken.status == 200 && taken.json["state"] as? String == "accepted", "\(taken.body)")
            let theirs = try await scene.clinic.get("cases/\(scene.caseID)")
            #expect(theirs.json["organizationId"] as? String == network.second.text)
            #expect(theirs.json["situation"] as? String == "Паспорт у бригадира")
            #expect(try await scene.home.get("cases/\(scene.caseID)").status == 404)
            let tag = try #require(theirs.headers[.eTag])
            let changed = try await scene.clinic.patch("cases/\(scene.caseID)", ["risk": "high"], ifMatch: tag)
            #expect(changed.status == 200, "\(changed.body)")
        }
    }
}
