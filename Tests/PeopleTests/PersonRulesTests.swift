import Domain
import People
import Testing

@Suite("What can be recorded of a person")
struct PersonRulesTests {
    static let now = Instant(milliseconds: 1_800_000_000_000)

    private func problems(_ change: (inout PersonInput) -> Void) -> [PersonProblem] {
        var input = PersonInput()
        input.names = [PersonName(family: "Осмонова", given: "Айжамал")]
        change(&input)
        switch PersonRules.details(of: input, now: Self.now) {
        case .success: return []
        case .failure(let problems): return problems.all
        }
    }

    @Test("An alias alone is enough; nothing is not")
    func names() {
        #expect(problems { $0.names = [PersonName(given: "Айка")] }.isEmpty)
        #expect(problems { $0.names = [] } == [.nameMissing])
        #expect(problems { $0.names = [PersonName(family: " \u{0} ")] } == [.nameMissing])
        let long = String(repeating: "а", count: 201)
        #expect(problems { $0.names = [PersonName(family: long)] } == [.nameTooLong(index: 0)])
    }

    @Test("Dates of birth")
    func birth() {
        #expect(problems { $0.birthYear = "1987" }.isEmpty)
        #expect(problems { ($0.birthDay, $0.birthMonth, $0.birthYear) = ("31", "2", "1987") } == [.birthDateImpossible])
        #expect(problems { $0.birthDay = "3" } == [.birthDateImpossible])
        #expect(problems { $0.birthYear = "2199" } == [.birthDateInFuture])
        #expect(problems { $0.birthYear = "87x" } == [.birthDateImpossible])
    }

    @Test("Every problem is told at once, each at its field")
    func everythingAtOnce() {
        let found = problems { input in
            input.sex = "x"
            input.citizenship = "Kyrgyzstan"
            input.phones = [.init(number: "+996700123456"), .init(number: "call me")]
            input.documents = [.init(kind: "library_card", number: "1", state: "eaten")]
        }
        #expect(
            Set(found) == [
                .sexUnknown, .citizenshipUnknown, .phoneUnreadable(index: 1), .documentKindUnknown(index: 0),
                .documentStateUnknown(index: 0), .documentNumberUnreadable(index: 0),
            ]
        )
        #expect(found.map(\.field).contains("phones.1.number"))
    }

    @Test("Empty rows of the form are nothing")
    func emptyRows() throws {
        var input = PersonInput()
        input.names = [PersonName(family: "Rusu"), PersonName()]
        input.phones = [.init(number: "  ", note: "x")]
        let details = try PersonRules.details(of: input, now: Self.now).get()
        #expect(details.identity.names.count == 1)
        #expect(details.phones?.isEmpty == true)
    }

    @Test("An alias, or that no name is recorded, stands for a name")
    func nameless() throws {
        #expect(problems { ($0.names, $0.alias) = ([], "Айка") }.isEmpty)
        #expect(problems { ($0.names, $0.isNameless) = ([], true) }.isEmpty)
        var input = PersonInput()
        input.alias = " Айка "
        let details = try PersonRules.details(of: input, now: Self.now).get()
        #expect(details.displayName == "Айка")
        #expect(!details.identity.isNameless)
    }

    @Test("Rows are judged by their columns, each problem at its field")
    func rows() throws {
        let found = problems { input in
            input[.circle] = [PersonRow(["name": "", "phone": "call me"])]
            input[.places] = [PersonRow(["text": "ул. Тихая", "kind": "castle", "expiresOn": "2026"])]
            input[.stays] = [PersonRow(["country": "RU", "enteredOn": "31.02.2026"])]
            input.safety.from = "25:00"
            input.safety.zone = "Mars/Olympus"
        }
        #expect(
            Set(found) == [
                .missing(field: "circle.0.name"), .numberUnreadable(field: "circle.0.phone"),
                .choiceUnknown(field: "places.0.kind"), .dateImpossible(field: "places.0.expiresOn"),
                .dateImpossible(field: "stays.0.enteredOn"), .timeImpossible(field: "safety.from"), .hoursIncomplete,
                .zoneUnknown,
            ]
        )
        var input = PersonInput()
        input.isNameless = true
        input[.circle] = [PersonRow(["name": " Нурлан ", "phone": "0555 000 111"]), PersonRow(["rule": "place"])]
        input[.places] = [PersonRow(["text": "ул. Тихая, 1", "expiresOn": "01.02.2027"])]
        input.safety.from = "22"
        input.safety.until = "6.30"
        input.safety.zone = "Asia/Bishkek"
        let details = try PersonRules.details(of: input, now: Self.now).get()
        #expect(details.circle == [Relative(name: "Нурлан", phone: "+996555000111")])
        #expect(details.places?.first?.expiresOn == CivilDate(iso: "2027-02-01"))
        #expect(details.safety?.contact.fromMinute == 1320)
        #expect(details.safety?.contact.untilMinute == 390)
    }

    @Test(
        "Hostile texts are kept as they are or refused, never anything else",
        arguments: ["<script>", "'; DROP", "\u{202E}x"]
    )
    func hostile(text: String) throws {
        var input = PersonInput()
        input.names = [PersonName(family: text)]
        input[.circle] = [PersonRow(["name": text])]
        input.safety.codeWord = text
        let details = try PersonRules.details(of: input, now: Self.now).get()
        #expect(details.identity.names.first?.family == text)
        #expect(details.circle?.first?.name == text)
        #expect(details.safety?.contact.codeWord == text)
        #expect(problems { $0.alias = String(repeating: text, count: 10_000) } == [.textTooLong(field: "alias")])
    }
}
