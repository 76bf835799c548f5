import Foundation
import Localization
import Markup
import Testing

@testable import Web

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Pages that everybody can use")
struct AccessibilityTests {
    private func frame(_ texts: Texts) -> PageFrame {
        let rail = ["People", "Inbox", "Cases", "Network", "Figures", "Settings"].map { title in
            RailEntry(key: title.lowercased().first ?? "x", title: title, url: .path(title), icon: .people, count: 2)
        }
        return PageFrame(
            title: "Gallery",
            texts: texts,
            assets: ShellAssets(stylesheet: "/assets/app.css", script: "/assets/app.js", icon: "/assets/icon.svg"),
            user: SignedInUser(name: "Айжамал Осмонова", organization: "Ray of Light"),
            rail: rail,
            activeRail: "/People",
            currentPath: "/gallery?\"a",
            csrfToken: "token",
            languages: [LanguageChoice("en", isReviewed: true), LanguageChoice("ky", isReviewed: false)],
            isDemonstration: true
        )
    }

    private func gallery(_ language: String = "en") throws -> [XMLElement] {
        let texts = try Fixture.catalogs().texts(language)
        return try Fixture.pageElements(frame(texts).page(GalleryPage(texts: texts).html))
    }

    @Test("Every control has a label", arguments: ["en", "ru", "ky"])
    func controlsHaveLabels(_ language: String) throws {
        let elements = try gallery(language)
        let labelled = Set(elements.filter { $0.name == "label" }.compactMap { $0.value("for") })
        let controls = elements.filter { element in
            ["input", "select", "textarea"].contains(element.name ?? "") && element.value("type") != "hidden"
        }
        #expect(controls.count > 40)
        for control in controls {
            let hasLabel = control.value("id").map { labelled.contains($0) } ?? false
            let isNamed = !(control.value("aria-label") ?? "").isEmpty
            #expect(hasLabel || isNamed, "\(control.xmlString)")
        }
    }

    @Test("Every reference by id leads to one element, and ids are unique")
    func referencesResolve() throws {
        let elements = try gallery()
        let ids = elements.compactMap { $0.value("id") }
        let known = Set(ids)
        let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "\(twice.sorted())")
        for element in elements {
            for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls", "data-reveal"] {
                for id in (element.value(name) ?? "").split(separator: " ") {
                    #expect(known.contains(String(id)), "\(name)=\(id)")
                }
            }
        }
    }

    @Test("A field says its hint and its error")
    func hintAndErrorAreTied() throws {
        let texts = try Fixture.catalogs().texts("en")
        let field = TextField("email", label: "E-mail", hint: "A hint", error: "An error", isRequired: true)
        let input = try #require(try Fixture.elements(field.html(texts)).first { $0.name == "input" })
        #expect(input.value("aria-describedby") == "f-email-error f-email-hint")
        #expect(input.value("aria-invalid") == "true")
        #expect(input.value("aria-required") == "true")
        let plain = try Fixture.elements(TextField("email", label: "E-mail").html(texts)).first { $0.name == "input" }
        #expect(plain?.value("aria-describedby") == nil)
        #expect(plain?.value("aria-invalid") == nil)
    }

    @Test("An error summary leads to the first control of every kind of field")
    func errorsLeadToFields() throws {
        let texts = try Fixture.catalogs().texts("en")
        let option = FieldOption("a", "A")
        let fields: [any Component] = [
            TextField("x", label: "X"), TextArea("x", label: "X"), SelectField("x", label: "X", options: [option]),
            RadioField("x", legend: "X", options: [option]), CheckboxField("x", label: "X"),
            CheckboxGroup("x", legend: "X", options: [option]), PasswordField("x", label: "X"),
            FileField("x", label: "X"), PhoneField("x", label: "X"), NumberField("x", label: "X"),
        ]
        for field in fields {
            let targets = try Fixture.elements(field.html(texts)).filter { $0.value("id") == "f-x" }
            #expect(targets.count == 1, "\(type(of: field))")
            #expect(["input", "select", "textarea"].contains(targets.first?.name ?? ""))
        }
        let date = try Fixture.elements(DateField("x", legend: "X").html(texts)).compactMap { $0.value("id") }
        #expect(Set(["f-xDay", "f-xMonth", "f-xYear"]).isSubset(of: Set(date)))
    }

    @Test("No style, script or event stands inside a page")
    func nothingInline() throws {
        for element in try gallery() {
            #expect(element.name != "style")
            if element.name == "script" {
                #expect(element.value("src") != nil)
                #expect((element.stringValue ?? "").isEmpty)
            }
            for name in element.attributeNames {
                #expect(name != "style" && !name.lowercased().hasPrefix("on"), "\(element.name ?? "") \(name)")
            }
        }
    }

    @Test(
        "The skip link is first, and there is one main part, one heading of the first level and one navigation of each name"
    )
    func landmarks() throws {
        let elements = try gallery()
        let body = try #require(elements.first { $0.name == "body" })
        let first = try #require(body.children?.compactMap { $0 as? XMLElement }.first)
        #expect(first.value("href") == "#main")
        #expect(elements.filter { $0.name == "main" }.map { $0.value("id") } == ["main"])
        #expect(elements.filter { $0.name == "h1" }.count == 1)
        #expect(elements.filter { $0.name == "nav" }.allSatisfy { !($0.value("aria-label") ?? "").isEmpty })
        #expect(elements.first?.value("lang") == "en")
        #expect(elements.first?.value("dir") == "ltr")
    }

    @Test("The language menu keeps the page and names each language itself")
    func languageMenu() throws {
        let elements = try gallery("ru")
        #expect(elements.first { $0.value("name") == "return" }?.value("value") == "/gallery?\"a")
        let buttons = elements.filter { $0.value("name") == "language" }
        #expect(buttons.map { $0.stringValue } == ["English", "Кыргызча"])
        #expect(buttons.map { $0.value("lang") } == ["en", "ky"])
    }

    @Test("A narrow window shows five places and keeps the rest behind one")
    func narrowRail() throws {
        let elements = try gallery()
        let rail = try #require(elements.first { $0.value("class") == "rail" })
        let items = try rail.nodes(forXPath: "ul/li").compactMap { ($0 as? XMLElement)?.value("class") ?? "" }
        #expect(items.filter { !$0.contains("wide-only") }.count == 5)
        #expect(try rail.nodes(forXPath: "ul/li[@class='narrow-only']//li").count == 2)
    }

    @Test("Every form that is sent has the session's token")
    func formsHaveTokens() throws {
        let texts = try Fixture.catalogs().texts("en")
        let page = try Fixture.pageElements(frame(texts).page(""))
        let forms = page.filter { $0.name == "form" && $0.value("method") == "post" }
        #expect(forms.count == 4)
        for form in forms {
            #expect(try form.nodes(forXPath: ".//input[@name='_token' and @value='token']").count == 1)
        }
    }
}
