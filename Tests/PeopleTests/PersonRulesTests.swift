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
}
