import Domain
import Foundation
import Guides
@testable import Hotline
import Localization
import Markup
import People
import Testing
import Web

@Suite("The console's page")
struct ConsolePageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let now = Instant(milliseconds: 1_800_000_000_000)

    private static func page(_ change: (inout ConsoleModel) -> Void) throws -> ConsolePage {
        var state = ConsoleState(startedAt: now, language: "ky", zone: "Asia/Bishkek")
        state.problems = ["unpaid_wages", "documents_withheld"]
        state.outcome = "call_back"
        state.answers = ["papers_held": "yes"]
        var model = ConsoleModel(id: ContactID(high: 1, low: 2), state: state)
        change(&model)
        return ConsolePage(
            model: model,
            content: try ContentLibrary.load(directory: root.appending(path: "Content").path),
            token: "token",
            now: now,
            zone: "Asia/Bishkek",
            user: UserID(high: 3, low: 4),
            script: "/assets/console.js",
            organizationName: { _ in "Centre" }
        )
    }

    private static func texts(_ language: String) throws -> Texts {
        try CatalogSet.load(directory: root.appending(path: "Content/locale").path).texts(language)
    }

    private static func matches(_ html: String, _ pattern: Regex<(Substring, Substring)>) -> [String] {
        html.matches(of: pattern).map { String($0.output.1) }
    }

    @Test("Every id stands once, and the script gets each part of the page", arguments: ["en", "ru", "ky"])
    func parts(language: String) throws {
        let content = try Self.page { _ in }.content
        let page = try Self.page { model in
            model.state.problemQuery = "зарплат"
            model.found = content.problems.search("зарплат")
            model.state.givenCode = "ABCD-2345"
        }
        let texts = try Self.texts(language)
        let html = page.html(texts).string
        #expect(!page.model.found.isEmpty && !html.contains("&lt;"), "markup was escaped twice")
        let ids = Self.matches(html, /id="([^"]+)"/)
        #expect(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
        let ofPage = Set(Self.matches(html, /id="(part-[^"]+)"/))
        #expect(Set(Self.matches(page.parts(texts).string, /id="(part-[^"]+)"/)) == ofPage)
        #expect(ofPage.count == 8)
        for name in ["language", "problemQuery", "place", "who", "outcome", "summary", "dueDay", "callerNumber"] {
            #expect(html.contains("name=\"\(name)\""), "\(name)")
        }
    }

    @Test("Rule 6: somebody unchecked is a name and a year, with the questions and without their answers")
    func unchecked() throws {
        let person = PersonID(high: 5, low: 6)
        let details = PersonDetails(
            identity: PersonIdentity(
                names: [PersonName(family: "Осмонова", given: "Айжамал")],
                birthDate: PartialDate(year: 1987, month: 3, day: 25),
                sex: .female,
                citizenship: nil
            ),
            safety: PersonSafety(contact: SafeContact(codeWord: "карагат"))
        )
        func card(_ check: RecognitionCheck) -> MemberCard {
            MemberCard(
                member: .init(person: person.text, role: "caller", check: check),
                name: details.displayName,
                birthYear: "1987",
                hasCodeWord: IdentityCheck.hasCodeWord(details),
                askable: IdentityCheck.askable(details),
                details: Recognition.view(after: check) == .nameAndYear ? nil : details,
                cases: [],
                contacts: []
            )
        }
        let texts = try Self.texts("en")
        let before = try Self.page { $0.cards = [card(.notDone)] }.parts(texts).string
        #expect(before.contains("Осмонова Айжамал") && before.contains("1987"))
        #expect(before.contains("claim.codeWord") && before.contains(texts.hotline.sayNothing))
        #expect(!before.contains("карагат") && !before.contains("1987-03") && !before.contains("/people/"))
        let after = try Self.page { $0.cards = [card(.codeWord)] }.parts(texts).string
        #expect(after.contains("/people/\(person.text)") && !after.contains(texts.hotline.sayNothing))
        let staff = try Self.page { $0.cards = [card(.staffOnly)] }.parts(texts).string
        #expect(staff.contains("/people/\(person.text)") && staff.contains(texts.hotline.sayNothing))
    }

    @Test("What a console saves: the place is understood, the call-back needs a time and a number")
    func finished() throws {
        let content = try Self.page { _ in }.content
        var state = ConsoleState(startedAt: Self.now, language: "ky", zone: "Europe/Moscow")
        state.problems = ["unpaid_wages"]
        state.place = "Екатеринбург"
        state.outcome = "call_back"
        let id = ContactID(high: 1, low: 2)
        func judge() -> Result<ConsoleRules.Finished, ContactProblems> {
            ConsoleRules.finished(state, id: id, content: content, isNeutral: true, now: Self.now)
        }
        #expect(throws: ContactProblems([.callBackTimeMissing])) { try judge().get() }
        state.dueDay = CivilDate(at: Self.now.advanced(bySeconds: 86_400), zone: "Europe/Moscow").iso
        state.dueTime = "20:30"
        #expect(throws: ContactProblems([.callBackNumberMissing])) { try judge().get() }
        state.callerNumber = "0555 123 456"
        let draft = try judge().get().draft
        #expect(draft.hostCountry == "RU" && draft.hostRegion == "RU-SVE" && draft.settlement == .urban)
        #expect(draft.callBack?.number == "+996555123456" && draft.callBack?.isNeutral == true)
        #expect(draft.callBack?.dueAt.minuteOfDay(zone: "Europe/Moscow") == 20 * 60 + 30)
        state.outcome = "case"
        let nameless = try judge().get()
        #expect(nameless.newPerson?.identity.isNameless == true)
        state.newPerson.family = "Осмонова"
        #expect(try judge().get().newPerson?.displayName == "Осмонова")
        state.outcome = ""
        #expect(throws: ContactProblems([.outcomeMissing])) { try judge().get() }
    }
}
