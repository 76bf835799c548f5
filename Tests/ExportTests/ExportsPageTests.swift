import Domain
@testable import Export
import Foundation
import Localization
import Markup
import Testing
import Web

@Suite("The page of exports")
struct ExportsPageTests {
    private static let user = UserID(high: 1, low: 1)
    private static let colleague = UserID(high: 1, low: 2)

    private static func texts(_ language: String) throws -> Texts {
        try CatalogSet.load(directory: ExportHouse.root.appending(path: "Content/locale").path).texts(language)
    }

    private static func page(
        _ items: [ExportRun] = [],
        _ input: ExportInput = ExportInput(),
        _ errors: FormErrors = FormErrors()
    ) -> ExportsPage {
        ExportsPage(
            page: ExportPage(items: items, hasOlder: false),
            input: input,
            errors: errors,
            kinds: ExportKind.allCases,
            user: user,
            names: [colleague: "Baktygul"],
            token: "token",
            now: Instant(milliseconds: 1_800_000_000_000),
            zone: "UTC"
        )
    }

    private static func run(by user: UserID, _ state: ExportState) throws -> ExportRun {
        let day = try #require(CivilDate(iso: "2027-01-01"))
        return ExportRun(
            id: ExportID(high: 5, low: 6),
            order: ExportOrder(kind: .cases, format: .xlsx, from: day, until: day, reason: "<b>For</b> the board"),
            state: state,
            rowCount: 1200,
            requestedBy: user,
            requestedAt: Instant(milliseconds: 1_799_999_000_000),
            decidedBy: nil
        )
    }

    @Test("Nothing yet is said; what was typed stands there again with what is wrong", arguments: ["en", "ru", "ky"])
    func showsForm(language: String) throws {
        let texts = try Self.texts(language)
        #expect(Self.page().html(texts).string.contains(texts.exports.emptyTitle))
        let typed = ExportInput(
            kind: "cases",
            format: "pdf",
            from: ExportInput.Day(year: "20x6", month: "2", day: "31"),
            reason: "short <i>"
        )
        let problems = ExportProblems(ExportProblem.allCases)
        let html = Self.page([], typed, problems.formErrors).html(texts).string
        #expect(html.contains("20x6") && html.contains("short &lt;i&gt;") && !html.contains("<i>"))
        for field in ["kind", "format", "from", "until", "reason"] {
            #expect(problems.formErrors.message(for: field, texts)?.isEmpty == false)
        }
    }

    @Test("The requester downloads, somebody else decides, nobody both")
    func offersActions() throws {
        let texts = try Self.texts("en")
        func html(_ user: UserID, _ state: ExportState) throws -> String {
            Self.page([try Self.run(by: user, state)]).html(texts).string
        }
        let file = "/file\""
        for state in ExportState.allCases {
            #expect(try html(Self.user, state).contains(file) == state.isOpen)
            #expect(try !html(Self.user, state).contains("/approve"))
            #expect(try !html(Self.colleague, state).contains(file))
            #expect(try html(Self.colleague, state).contains("/approve") == (state == .requested))
            #expect(try html(Self.colleague, state).contains("/decline") == (state == .requested))
        }
        #expect(try html(Self.colleague, .requested).contains("&lt;b&gt;For"))
        #expect(try html(Self.colleague, .requested).contains("Baktygul"))
    }
}
