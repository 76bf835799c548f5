import Access
import Casework
import Database
import Domain
import Foundation
import TestSupport
import Testing
import Vault

/// Random lives of cases against a model that knows the rules and no database.
///
/// Half of them come from four clients at once, on PostgreSQL from two processes; which came first is read from the event log, whose order is that of the
/// commits. `TIREK_MODEL_SEQUENCES` sets how many there are on each engine; the full test has 2,000.
@Suite("Sharing against a sequential model")
struct SharingModelTests {
    private static let count = ProcessInfo.processInfo.environment["TIREK_MODEL_SEQUENCES"].flatMap { Int($0) } ?? 2000

    @Test("Nobody reads without a live grant, states never skip, leaves equal changes", arguments: TestEngine.available)
    func lives(engine: TestEngine) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tirek-model-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        try await SharingHouse.run(on: engine) { house in
            let erasure = Erasure(house.vault, register: try ErasureRegister(path: folder + "/register"))
            // On a server, every second client works in a process of its own.
            let address = engine == .postgres ? house.store?.address : nil
            let peer = try address.map { address in
                try SharingPeer(
                    SharingSummons(address: address, register: folder + "/register", invitation: house.invitation)
                )
            }
            #expect((peer == nil) == (engine == .sqlite))
            var possible: Set<String> = []
            for seed in 0..<Self.count {
                var dice = Dice(seed: UInt64(seed))
                let play = try await SharingPlay(
                    house,
                    erasure,
                    peer,
                    persons: Int.random(in: 1...2, using: &dice)
                )
                if seed.isMultiple(of: 2) {
                    try await alone(play, &dice, seed)
                } else {
                    try await together(play, seed)
                }
                possible.formUnion(play.lines.filter { $0.result != .refused }.map(\.act.name))
                house.clock.advance(seconds: 1)
            }
            if let peer {
                #expect(peer.asked > Self.count, "half of the clients work in the other process")
                try peer.stop()
            }
            if Self.count >= 1000 { #expect(possible == SharingAct.names) }
            let findings = try await house.findings()
            #expect(findings.isEmpty, "\(findings)")
        }
    }

    /// One client: the register is compared after each step.
    private func alone(_ play: SharingPlay, _ dice: inout Dice, _ seed: Int) async throws {
        var model = SharingModel(owner: play.house.home.organization, persons: play.persons)
        var done = 0
        for _ in 0..<24 {
            try await play.step(&dice, client: 0)
            let lines = play.lines
            guard lines.count > done else { continue }
            done = lines.count
            // The clock of events stands still for what changes nothing, so the last line written is the last done.
            guard let line = lines.max(by: { ($0.position, $0.changed ? 0 : 1) < ($1.position, $1.changed ? 0 : 1) })
            else { continue }
            let isPossible = model.apply(line.act, by: line.player, made: line.result)
            #expect(isPossible == (line.result != .refused), "sequence \(seed), step \(done): \(line.act)")
            try await compare(play, model, seed)
        }
    }

    /// Four clients: the order is known afterwards, and the end is compared.
    private func together(_ play: SharingPlay, _ seed: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<4 {
                group.addTask {
                    var dice = Dice(seed: UInt64(seed) << 8 | UInt64(client))
                    for _ in 0..<8 { try await play.step(&dice, client: client) }
                }
            }
            try await group.waitForAll()
        }
        var model = SharingModel(owner: play.house.home.organization, persons: play.persons)
        for line in play.lines {
            let isPossible = model.apply(line.act, by: line.player, made: line.result)
            #expect(isPossible == (line.result != .refused), "sequence \(seed): \(line.act)")
        }
        try await compare(play, model, seed)
    }

    private func compare(_ play: SharingPlay, _ model: SharingModel, _ seed: Int) async throws {
        let house = play.house
        let (vault, caseID) = (house.vault, play.caseID)
        let organizations = [house.home.organization, house.clinic.organization, house.shelter.organization]
        let (referrals, transfers) = (Array(model.referrals.keys), Array(model.transfers.keys))
        let found = try await house.database.read(.system) { connection in
            try Found(
                caseID,
                organizations,
                referrals: referrals,
                transfers: transfers,
                vault,
                on: connection
            )
        }
        #expect(found.owner == model.owner, "sequence \(seed)")
        for organization in organizations {
            #expect(found.cases[organization] == model.opensCase(organization), "sequence \(seed): the case")
            for person in 0..<model.persons {
                #expect(
                    found.persons[organization]?[person] == model.opensPerson(person, organization),
                    "sequence \(seed): person \(person)"
                )
            }
        }
        for (id, sent) in model.referrals {
            let row = try #require(found.referrals[id])
            #expect(row.state == sent.state.rawValue, "sequence \(seed)")
            #expect(row.from == sent.from)
            #expect(row.to == sent.to)
            #expect(row.fromTeam == sent.fromTeam)
            #expect(row.toTeam == sent.toTeam)
            #expect(row.leaves == [sent.changes, sent.changes], "sequence \(seed)")
        }
        for (id, offer) in model.transfers {
            let row = try #require(found.transfers[id])
            #expect(row.state == offer.state.rawValue, "sequence \(seed)")
            #expect(row.leaves == [offer.changes, offer.changes], "sequence \(seed)")
        }
    }
}

/// What the register says of one case.
private struct Found: Sendable {
    struct Row: Sendable {
        let state: String
        let from: OrganizationID
        let to: OrganizationID
        let fromTeam: String?
        let toTeam: String?
        /// How many leaves stand in the logs of both sides.
        var leaves: [Int]
    }

    let owner: OrganizationID?
    let cases: [OrganizationID: FieldGroups]
    let persons: [OrganizationID: [FieldGroups]]
    let referrals: [ReferralID: Row]
    let transfers: [TransferID: Row]

    init(
        _ caseID: CaseID,
        _ organizations: [OrganizationID],
        referrals ids: [ReferralID],
        transfers offers: [TransferID],
        _ vault: Vault,
        on connection: any Connection
    ) throws {
        owner = try connection.first("SELECT organization_id FROM case_file WHERE id = \(caseID)") { try $0.id(0) }
        let members = try connection.rows(
            "SELECT person_id FROM case_person WHERE case_id = \(caseID) ORDER BY position"
        ) { try $0.id(0, RecordEntity.self) }
        var cases: [OrganizationID: FieldGroups] = [:]
        var persons: [OrganizationID: [FieldGroups]] = [:]
        for organization in organizations {
            let keyring = try vault.keyring(for: organization, on: connection)
            cases[organization] = try keyring.open(caseID.retagged(), on: connection)?.groups ?? []
            persons[organization] = try members.map { try keyring.open($0, on: connection)?.groups ?? [] }
        }
        self.cases = cases
        self.persons = persons
        func row(_ table: SQL, _ id: some SQLBindable, _ prefix: String) throws -> Row? {
            let row = try connection.first(
                """
                SELECT state, from_organization_id, to_organization_id, from_team, to_team FROM \(table) WHERE id = \(id)
                """
            ) { row in
                Row(
                    state: try row.text(0),
                    from: try row.id(1),
                    to: try row.id(2),
                    fromTeam: try row.textOrNil(3),
                    toTeam: try row.textOrNil(4),
                    leaves: []
                )
            }
            guard var row else { return nil }
            row.leaves = try [row.from, row.to].map { log in
                Int(
                    try connection.count(
                        """
                        SELECT COUNT(*) FROM journal_leaf
                        WHERE log_id = \(log) AND subject_id = \(id) AND kind LIKE \(prefix + "%")
                        """
                    )
                )
            }
            return row
        }
        var referrals: [ReferralID: Row] = [:]
        for id in ids { referrals[id] = try row("referral", id, "referral.") }
        self.referrals = referrals
        var transfers: [TransferID: Row] = [:]
        for id in offers { transfers[id] = try row("transfer", id, "transfer.") }
        self.transfers = transfers
    }
}
