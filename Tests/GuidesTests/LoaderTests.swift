import Foundation
import Testing

@testable import Guides

@Suite("Content with a fault is refused with file and reason")
struct LoaderTests {
    @Test("The copy without a fault loads")
    func sound() throws {
        let content = try BrokenContent()
        #expect(content.failure() == nil)
    }

    @Test(
        "One fault each",
        arguments: [
            ("problems/debt.json", "\"family\": \"social\"", "\"family\": \"money\"", "family"),
            ("problems/debt.json", "\"code\": \"debt\"", "\"code\": \"depts\"", "code"),
            ("problems/debt.json", "\"risk\": \"normal\"", "\"danger\": 1, \"risk\": \"normal\"", ""),
            ("problems/debt.json", "\"legal_advice\"", "\"magic\"", "services"),
            ("problems/trafficking.json", "\"violence\"", "\"unheard_of\"", "screening"),
            ("problems/control_register.json", "\"parent\": \"deportation\"", "\"parent\": \"nothing\"", "parent"),
            ("problems/debt.json", "\"Долги, кредиты\"", "\"Жильё\"", "names.ru"),
            ("problems/debt.json", "\"ky\": \"Карыз, насыя\",", "", "names"),
            ("problems/debt.json", "\"offsetDays\": 3", "\"offsetDays\": -3", "plan[1].offsetDays"),
            ("places/KG.json", "\"KG-GB\"", "\"RU-GB\"", "regions[0]"),
            ("services.json", "\"hotline\"", "\"legal_advice\"", ""),
            ("screening.json", "\"papers_held\"", "\"papers\"", ""),
            ("deadlines.json", "\"certain\"", "\"surely\"", "[0].certainty"),
            ("deadlines.json", "\"years\": 1", "\"years\": 1, \"days\": 3", "[0]"),
            ("emergency.json", "\"112\"", "\"one one two\"", "[0].numbers[0].number"),
        ]
    )
    func faults(file: String, old: String, new: String, path: String) throws {
        let content = try BrokenContent()
        try content.replace(old, new, in: file)
        let error = try #require(content.failure())
        // Of two with one name the later one is named.
        #expect(error.file == file || path.hasPrefix("names."), "\(error)")
        #expect(error.path == path, "\(error)")
        #expect(!error.reason.isEmpty)
        #expect(error.description.hasPrefix(error.file))
    }

    @Test("A member that comes twice, broken JSON and a stranger among the files are refused")
    func form() throws {
        let twice = try BrokenContent()
        try twice.replace("\"code\": \"debt\"", "\"code\": \"debt\", \"code\": \"debt\"", in: "problems/debt.json")
        #expect(twice.failure()?.reason.contains("duplicateName") == true)
        let broken = try BrokenContent()
        try broken.replace("{", "", in: "problems/debt.json")
        #expect(broken.failure()?.file == "problems/debt.json")
        let stranger = try BrokenContent()
        try "x".write(to: stranger.directory.appending(path: "problems/notes.txt"), atomically: true, encoding: .utf8)
        #expect(stranger.failure()?.file == "problems/notes.txt")
        let missing = try BrokenContent()
        try FileManager.default.removeItem(at: missing.directory.appending(path: "rules"))
        #expect(missing.failure()?.file == "rules")
    }

    @Test("A guide of an unknown problem or language is refused")
    func guides() throws {
        let content = try BrokenContent()
        let folder = content.directory.appending(path: "guides")
        try FileManager.default.moveItem(
            at: folder.appending(path: "unpaid_wages"),
            to: folder.appending(path: "unpaid_wagess")
        )
        #expect(content.failure()?.file == "guides/unpaid_wagess")
        let other = try BrokenContent()
        let guide = other.directory.appending(path: "guides/unpaid_wages")
        try FileManager.default.moveItem(at: guide.appending(path: "en.md"), to: guide.appending(path: "xx.md"))
        #expect(other.failure()?.file == "guides/unpaid_wages/xx.md")
    }
}
