import Access
import Database
import Domain
import Hotline
import TestSupport
import Testing
import Vault

@Suite("How lists are read")
struct ListPlanTests {
    /// SQLite keeps no statistics here; beginning with the keys, it reads as many rows as an organisation has records.
    @Test("A list begins at its own index, not at the keys")
    func beginsAtItsOwnIndex() async throws {
        try await HotlineHouse.run(on: .sqlite) { house in
            let own = house.own
            let plan = try await house.read(as: own) { connection in
                let keyring = try house.vault.keyring(for: own.organization, on: connection)
                return try connection.rows(
                    """
                    EXPLAIN QUERY PLAN SELECT c.number, \(Keyring.wrapColumns) FROM contact c
                    \(keyring.wrapJoin(record: "c.id", for: .narrative)) WHERE c.organization_id = \(own.organization)
                    ORDER BY c.occurred_at DESC, c.id DESC LIMIT \(51)
                    """
                ) { try $0.text(3) }
            }
            #expect(plan.first?.contains("contact_by_time") == true, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }
}
