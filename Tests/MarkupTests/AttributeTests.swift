import Markup
import Testing

@Suite struct AttributeTests {
    @Test func presence() {
        let html: HTML = "<input\(attribute: "required", true)\(attribute: "disabled", false)/>"
        #expect(html.string == "<input required=\"\"/>")
    }

    @Test func text() {
        let missing: String? = nil
        let html: HTML =
            "<p\(attribute: "title", "\"\u{301} & <b>")\(attribute: "lang", missing)\(attribute: "id", "")/>"
        #expect(html.string == "<p title=\"&quot;\u{301} &amp; &lt;b&gt;\" id=\"\"/>")
    }

    @Test func numbers() {
        let missing: Int? = nil
        let html: HTML = "<td\(attribute: "colspan", 3)\(attribute: "rowspan", missing)/>"
        #expect(html.string == "<td colspan=\"3\"/>")
    }

    @Test func addresses() {
        let link = URLAttribute.path("people").adding(query: "a", 1).adding(query: "b", 2)
        let missing: URLAttribute? = nil
        let html: HTML = "<a\(attribute: "href", link)\(attribute: "src", missing) x=\"\(url: link)\"/>"
        #expect(html.string == "<a href=\"/people?a=1&amp;b=2\" x=\"/people?a=1&amp;b=2\"/>")
    }

    @Test func textForAnAddressIsChecked() {
        let evil = "javascript:alert(1)"
        let html: HTML = """
            <a\(attribute: "href", evil)\(attribute: "HREF", evil)\(attribute: "src", evil)\
            \(attribute: "action", evil)\(attribute: "formaction", evil)\(attribute: "xlink:href", evil)\
            \(attribute: "title", evil)/>
            """
        #expect(
            html.string
                == "<a href=\"#\" HREF=\"#\" src=\"#\" action=\"#\" formaction=\"#\" xlink:href=\"#\" title=\"\(evil)\"/>"
        )
        #expect(("\(attribute: "href", "/people")" as HTML).string == " href=\"/people\"")
    }

    @Test func handlersAndStylesAreNeverWritten() {
        let text = "alert(1)"
        let html: HTML = """
            <p\(attribute: "onclick", text)\(attribute: "OnLoad", text)\(attribute: "style", text)\
            \(attribute: "srcdoc", text)\(attribute: "onfocus", true)\(attribute: "onblur", 1)\
            \(attribute: "role", text)/>
            """
        #expect(html.string == "<p role=\"alert(1)\"/>")
    }
}
