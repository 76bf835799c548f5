import Access
import Database
import Domain
import Vault

/// What earlier imports have written of a file.
extension ImportRunner {
    /// Each row's tags, the newest key's first: an HMAC under the organization's own key, which no taken disk tells.
    func tags(_ contacts: [ReadContact], _ principal: Principal, on connection: any Connection) throws -> [[[UInt8]]] {
        let blind = try services.vault.keyring(for: principal.organization, on: connection).blindIndex(on: connection)
        return contacts.map { contact in
            blind.tags(.codeLocator, "import-row:" + contact.signature).map(\.bytes)
        }
    }

    func written(of principal: Principal, on connection: any Connection) throws -> [[UInt8]: WrittenRow] {
        let rows = try connection.rows(
            """
            SELECT row_tag, person_id, case_id, employer_id, link_state, joined FROM import_row
            WHERE organization_id = \(principal.organization)
            """
        ) { row in
            // A row whose link was taken back is done, and tells nothing of whom the others mean.
            let isApart = try row.textOrNil(4) == LinkState.takenBack.rawValue
            return (
                try row.blob(0),
                WrittenRow(
                    person: isApart ? nil : try row.idOrNil(1),
                    caseID: isApart ? nil : try row.idOrNil(2),
                    employer: try row.idOrNil(3),
                    isJoined: !row.isNull(5)
                )
            )
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// What earlier rows of the file, written before a stop, stand for.
    func start(_ plan: ImportPlan, _ tags: [[[UInt8]]], _ known: [[UInt8]: WrittenRow]) -> WritingState {
        var state = WritingState()
        for (index, row) in plan.rows.enumerated() {
            guard let written = tags[index].lazy.compactMap({ known[$0] }).first else { continue }
            if let number = row.person, let person = written.person {
                state.persons[number] = person
                if written.isJoined { state.joined.insert(number) }
            }
            if let key = row.contact.caseKey, let caseID = written.caseID {
                state.cases[key] = caseID
                if let owed = row.contact.owed?.money { state.claims[caseID, default: []].insert(owed) }
            }
            if let key = row.contact.employer?.key, let employer = written.employer { state.employers[key] = employer }
        }
        return state
    }
}
