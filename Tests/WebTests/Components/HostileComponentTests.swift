import Foundation
import Localization
import Markup
import Testing

@testable import Web

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Hostile texts in every component")
struct HostileComponentTests {
    @Test("A component stays well-formed and gains no element or attribute", arguments: Exhibit.all.map(\.title))
    func gainsNothing(_ title: String) throws {
        let texts = try Fixture.catalogs().texts("en")
        let exhibit = try #require(Exhibit.all.first { $0.title == title })
        let expected = try shapes(exhibit.trial(Specimen(text: "harmless", name: "trial"), texts))
        for hostile in HostileTexts.all {
            let html = exhibit.trial(Specimen(text: hostile.text, name: "trial"), texts)
            let found = try shapes(html)
            #expect(found.isSubset(of: expected), "\(hostile.name): \(found.subtracting(expected))")
        }
    }

    @Test("Addresses that are no addresses lead nowhere", arguments: Exhibit.all.map(\.title))
    func addressesAreChecked(_ title: String) throws {
        let texts = try Fixture.catalogs().texts("en")
        let exhibit = try #require(Exhibit.all.first { $0.title == title })
        for hostile in HostileTexts.addresses {
            let html = exhibit.trial(Specimen(text: hostile.text, name: "trial"), texts)
            for element in try Fixture.elements(html) {
                for name in ["href", "action", "src"] {
                    guard let address = element.value(name) else { continue }
                    let isLocal = address.hasPrefix("#") || address.hasPrefix("?")
                    let isPath = address.hasPrefix("/") && !address.hasPrefix("//")
                    #expect(isLocal || isPath || address.hasPrefix("https://"), "\(hostile.name): \(address)")
                }
            }
        }
    }

    @Test("What was typed is shown again exactly")
    func typedTextComesBack() throws {
        let texts = try Fixture.catalogs().texts("en")
        for hostile in HostileTexts.all where !hostile.text.unicodeScalars.contains(where: { $0.value < 32 }) {
            let area = try Fixture.elements(TextArea("a", label: "A", value: hostile.text).html(texts))
            let field = try Fixture.elements(TextField("b", label: "B", value: hostile.text).html(texts))
            let expected = hostile.text.unicodeScalars.filter { ![0xFEFF, 0xFFFE, 0xFFFF].contains($0.value) }
            let comparable = { (text: String?) in
                (text ?? "").unicodeScalars.filter { ![0xFEFF, 0xFFFE, 0xFFFF, 0xFFFD].contains($0.value) }.map(\.value)
            }
            let wanted = expected.filter { $0.value != 0xFFFD }.map(\.value)
            #expect(comparable(area.first { $0.name == "textarea" }?.stringValue) == wanted, "\(hostile.name)")
            #expect(comparable(field.first { $0.name == "input" }?.value("value")) == wanted, "\(hostile.name)")
        }
    }

    @Test("A text area keeps a line feed at its front")
    func leadingLineFeed() throws {
        let texts = try Fixture.catalogs().texts("en")
        #expect(TextArea("a", label: "A", value: "\nfirst").html(texts).string.contains(">\n\nfirst</textarea>"))
        #expect(TextArea("a", label: "A", value: "first").html(texts).string.contains(">first</textarea>"))
    }

    @Test("A name with any bytes makes an id without white space")
    func idsAreSafe() {
        for hostile in HostileTexts.all {
            let id = fieldID(hostile.text)
            #expect(id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 }, "\(hostile.name)")
        }
        #expect(fieldID("phones.0.number") == "f-phones.0.number")
        #expect(fieldID("a b") != fieldID("a-b"))
    }

    /// Every kind of element with the names of its attributes.
    private func shapes(_ html: HTML) throws -> Set<String> {
        var shapes: Set<String> = []
        for element in try Fixture.elements(html) {
            shapes.insert(element.name ?? "")
            for attribute in element.attributeNames { shapes.insert("\(element.name ?? "")@\(attribute)") }
        }
        return shapes
    }
}
