import Domain
import Foundation
import Localization
import Markup
import Testing

@testable import Guides

@Suite("The pages of the guides")
struct GuidePageTests {
    private func page(_ code: String, _ language: String, country: String = "RU", citizenship: String = "KG") throws
        -> String
    {
        let content = try TestContent.library()
        let code = try #require(ProblemCode(rawValue: code))
        let problem = try #require(content.problems[code])
        let page = GuidePage(
            content: content,
            problem: problem,
            found: content.guides.guide(code, language: language),
            country: country,
            citizenship: citizenship,
            today: try #require(CivilDate(iso: "2026-11-21"))
        )
        return page.html(try TestContent.texts(language)).string
    }

    @Test("A guide's page has danger before law, the emergency numbers, sources and the day of the check")
    func guide() throws {
        let texts = try TestContent.texts("en")
        let page = try page("unpaid_wages", "en")
        let danger = try #require(page.range(of: "<h2>\(texts.guides.sectionDanger)</h2>"))
        let law = try #require(page.range(of: "<h2>\(texts.guides.sectionLaw)</h2>"))
        #expect(danger.lowerBound < law.lowerBound)
        #expect(page.contains("href=\"tel:112\""))
        #expect(page.contains(texts.guides.checked(date: "21 Nov 2026")))
        #expect(page.contains("data-print"))
        #expect(!page.contains("class=\"notice warning\""))
    }

    @Test("Another language and another country are marked")
    func marks() throws {
        #expect(try page("unpaid_wages", "tg").contains("class=\"notice warning\""))
        #expect(try page("unpaid_wages", "tg").contains("lang=\"ru\""))
        #expect(try page("unpaid_wages", "en", country: "GB").contains("class=\"notice warning\""))
    }

    @Test("Rules of the citizenship chosen are shown, those of others not")
    func rules() throws {
        let content = try TestContent.library()
        let kyrgyz = try #require(content.rules.all.first { $0.id == "ru-kg-work" }).text.text("en")
        let uzbek = try #require(content.rules.all.first { $0.id == "ru-uz-patent" }).text.text("en")
        let page = try page("work_permission", "en")
        #expect(page.contains(HTML(text: kyrgyz).string))
        #expect(!page.contains(HTML(text: uzbek).string))
        #expect(try self.page("work_permission", "en", citizenship: "UZ").contains(HTML(text: uzbek).string))
    }

    @Test("Every problem has a page in every language", arguments: InterfaceLanguage.allCases)
    func every(language: InterfaceLanguage) throws {
        for problem in try TestContent.library().problems.all {
            let page = try page(problem.code.rawValue, language.rawValue, country: "DE")
            #expect(
                page.contains(HTML(text: problem.names[language.rawValue] ?? "?").string),
                "\(problem.code.rawValue)"
            )
        }
    }

    @Test("The list shows every problem once by family, and what was typed comes back escaped")
    func list() throws {
        let content = try TestContent.library()
        let texts = try TestContent.texts("ru")
        let all = GuidesListPage(content: content, typed: "", hits: nil).html(texts).string
        for problem in content.problems.all {
            #expect(all.contains("href=\"/guides/\(problem.code.rawValue)\""))
        }
        let none = GuidesListPage(content: content, typed: "<script>", hits: []).html(texts).string
        #expect(none.contains("&lt;script&gt;"))
        #expect(none.contains(HTML(text: texts.guides.nothingFound).string))
    }

    @Test("The panel beside a form gives the steps, or the usual plan where there is no guide")
    func panel() throws {
        let content = try TestContent.library()
        let texts = try TestContent.texts("ru")
        let wages = try #require(ProblemCode(rawValue: "unpaid_wages"))
        let with = GuidePanel(content: content, problem: wages, country: "RU").html(texts).string
        #expect(with.contains("<ol lang=\"ru\"><li>"))
        #expect(with.contains("href=\"/guides/unpaid_wages?country=RU\""))
        let bare = content.problems.all.first { problem in
            !content.guides.problems.contains(problem.code) && !problem.plan.isEmpty
        }
        let without = GuidePanel(content: content, problem: try #require(bare).code, country: nil).html(texts).string
        #expect(without.contains(HTML(text: texts.guides.noGuide).string))
        #expect(without.contains("<ol><li>"))
    }
}
