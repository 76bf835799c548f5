public import Access
public import Database
public import Domain
public import Journal
import Vault

extension PeopleStore {
    /// The names of those among some people that the principal may see; whoever is missing is shown as a number alone.
    public func brief(
        _ ids: some Collection<PersonID>,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [PersonID: PersonListItem] {
        guard !ids.isEmpty else { return [:] }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        var items: [PersonID: PersonListItem] = [:]
        try connection.forEachRow(
            """
            SELECT p.id, p.organization_id, p.changed_at, p.summary, \(Keyring.wrapColumns)
            FROM person p \(keyring.wrapJoin(record: "p.id", for: .identity))
            WHERE p.id IN \(Array(ids)) AND \(condition(for: principal))
            """
        ) { row in
            let item = try listItem(row, keyring)
            items[item.id] = item
        }
        return items
    }

    /// The leaf of a search; the appender writes one per session and field.
    public func searchLeaf(by principal: Principal) -> LeafDraft {
        leaf(.peopleSearched, nil, by: principal)
    }
}
