import Database
import Domain
import Facts
import Spreadsheets

/// Facts as rows of codes, under the names that the API uses; whom a fact is about isn't among them.
struct FactList: Sendable {
    let organization: OrganizationID
    let from: CivilDate
    let until: CivilDate

    /// Where a part ends: facts lie by kind, month and id.
    struct Place: Sendable {
        var kind: Int
        var month: String
        var id: String
    }

    private static let partSize = 1000

    static var columns: [String] {
        ["kind", "day"] + FactDimension.allCases.map(\.rawValue) + ["amount", "currency", "amount_kind", "group_size"]
    }

    func part(after place: Place?, on connection: any Connection) throws -> ListPart<Place> {
        let place = place ?? Place(kind: 0, month: "", id: "")
        let kinds = FactKind.allCases
        guard kinds.indices.contains(place.kind) else { return ListPart() }
        let kind = kinds[place.kind]
        var part = ListPart<Place>()
        let count = FactDimension.allCases.count
        try connection.forEachRow(
            """
            SELECT id, month, day, amount, currency, amount_kind, group_size, \(FactDimension.columns) FROM fact
            WHERE organization_id = \(organization) AND kind = \(kind.rawValue)
                AND month >= \(String(from.iso.prefix(7))) AND month <= \(String(until.iso.prefix(7)))
                AND day >= \(from.iso) AND day <= \(until.iso) AND (month, id) > (\(place.month), \(place.id))
            ORDER BY month, id LIMIT \(Self.partSize)
            """
        ) { row in
            part.next = Place(kind: place.kind, month: try row.text(1), id: try row.text(0))
            let codes = try (0..<count).map { Cell(text: try row.textOrNil(7 + $0)) }
            let amount = try row.integerOrNil(3).map { Cell.number(Double($0) / 100) } ?? .empty
            let size = try row.integerOrNil(6).map { Cell.number(Double($0)) } ?? .empty
            part.rows.append(
                [.text(kind.rawValue), Cell(day: CivilDate(iso: try row.text(2)))] + codes
                    + [amount, Cell(text: try row.textOrNil(4)), Cell(text: try row.textOrNil(5)), size]
            )
        }
        if part.rows.count < Self.partSize {
            part.next = place.kind + 1 < kinds.count ? Place(kind: place.kind + 1, month: "", id: "") : nil
        }
        return part
    }
}
