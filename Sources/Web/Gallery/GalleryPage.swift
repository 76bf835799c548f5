public import Localization
public import Markup

/// Every component with examples, its accessibility criteria and hostile texts; the content of a page.
public struct GalleryPage: Sendable {
    /// The texts of the reader's language.
    public var texts: Texts

    public init(texts: Texts) {
        self.texts = texts
    }

    public var html: HTML {
        let exhibits = Exhibit.all
        let contents = HTML.each(exhibits) { "<li><a href=\"#\($0.fragment)\">\($0.title)</a></li>" }
        return """
            \(PageHeader(texts.gallery.title, details: "<p>\(texts.gallery.introduction)</p>").html(texts))\
            <nav class="card" aria-label="\(texts.gallery.title)"><ul class="toolbar">\(contents)</ul></nav>
            \(HTML.each(exhibits) { section($0) })
            """
    }

    private func section(_ exhibit: Exhibit) -> HTML {
        let examples = HTML.each(exhibit.examples(texts)) { "<div class=\"section\">\($0)</div>\n" }
        let criteria = HTML.each(exhibit.criteria) { "<li>\($0)</li>" }
        let trials = HTML.each(Self.shown.enumerated()) { index, text in
            let specimen = Specimen(text: text, name: "trial-\(exhibit.fragment)-\(index)")
            return "<div class=\"section\">\(exhibit.trial(specimen, texts))</div>\n"
        }
        return """
            <section id="\(exhibit.fragment)" lang="en"><h2>\(exhibit.title)</h2>\(examples)
            <details class="section"><summary lang="\(texts.language)">\(texts.gallery.criteria)</summary>\
            <ul>\(criteria)</ul></details>
            <details class="section"><summary lang="\(texts.language)">\(texts.gallery.hostile)</summary>\(trials)</details>
            </section>

            """
    }

    /// A few texts that are hard for the eye; the whole corpus goes through the tests.
    private static let shown = [
        "\"\u{301}><img src=x onerror=alert(1)> \u{202E}fdp.exe",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftхолодноватое",
    ]
}
