import Domain
import Localization
import Markup
import Web

/// The form for a new person or a change. What nearly everybody tells stands open; the rest waits folded until it holds
/// something.
struct PersonFormPage {
    let title: String
    let action: URLAttribute
    let cancel: URLAttribute
    let token: String
    let input: PersonInput
    var errors: FormErrors
    /// The organisation's time zone, which hours of contact are in unless another is chosen.
    let zone: String
    /// The version that the change started from; `nil` for a new person.
    var version: Int64?
    /// People who may be the same, who are shown before anybody is added twice.
    var duplicates: [PersonHit] = []
    /// What is saved now, when somebody else was quicker.
    var saved: PersonDetails?
    /// How far the search is filled, where those who may be the same are looked for.
    var readiness: SearchReadiness?

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            title,
            breadcrumbs: [Breadcrumbs.Item(texts.people.title, PeopleURL.list.url)]
        ).html(texts)
        let summary = ErrorSummary(
            errors.problems.map { ErrorSummary.Item(field: anchor($0.field), message: $0.message(texts)) }
        ).html(texts)
        let form = Form(action, token: token, isGuarded: true, content: fields(texts)).html(texts)
        return "\(header)\(warming(texts))\(summary)\(stale(texts))\(known(texts))\(form)"
    }

    private func warming(_ texts: Texts) -> HTML {
        guard let readiness, !readiness.isReady else { return "" }
        return Notice(.info, SearchWarming.line(readiness, texts)).html(texts)
    }

    private func fields(_ texts: Texts) -> HTML {
        let hidden: HTML? = version.map { "<input type=\"hidden\" name=\"version\" value=\"\(Int($0))\"/>" }
        let buttons = Toolbar([
            Button(texts.common.save, .submit(), style: .primary),
            Button(texts.common.cancel, .link(cancel), style: .quiet),
        ]).html(texts)
        return """
            \(hidden)\(names(texts))\(birth(texts))\(phones(texts))\(documents(texts))\
            \(folded(texts.people.sectionSafety, ["safety"], input.safety != .init(), safety(texts)))\
            \(rows(.circle, texts))\
            \(folded(texts.people.sectionVulnerability, ["vulnerabilities", "vulnerabilityNote"],
                !input.vulnerabilities.isEmpty || !input.vulnerabilityNote.isEmpty, vulnerability(texts)))\
            \(rows(.places, texts))\(rows(.stays, texts))\(rows(.detentions, texts))\
            \(notes(texts))\(confirmation(texts))\(buttons)
            """
    }

    /// A section that is open when it holds something or something in it is wrong.
    func folded(_ title: String, _ prefixes: [String], _ isFilled: Bool, _ content: HTML) -> HTML {
        let isWrong = errors.problems.contains { problem in
            prefixes.contains { problem.field == $0 || problem.field.hasPrefix($0 + ".") }
        }
        return """
            <details class="section"\(attribute: "open", isFilled || isWrong)><summary>\(title)</summary>\
            \(content)</details>
            """
    }

    private func notes(_ texts: Texts) -> HTML {
        TextArea(
            "notes",
            label: texts.people.notes,
            value: input.notes,
            error: message("notes", texts),
            rows: 5
        ).html(texts)
    }

    private func confirmation(_ texts: Texts) -> HTML {
        guard !duplicates.isEmpty else { return "" }
        let shown = HTML.each(duplicates) { "<input type=\"hidden\" name=\"shown\" value=\"\($0.id.text)\"/>" }
        return "\(shown)\(CheckboxField("confirmed", label: texts.people.somebodyElse).html(texts))"
    }

    private func known(_ texts: Texts) -> HTML {
        guard !duplicates.isEmpty else { return "" }
        let list = PersonHitList(hits: duplicates, opensInNewPage: true).html(texts)
        return Notice(
            .warning,
            texts.people.duplicatesTitle,
            content: "<p>\(texts.people.duplicatesHint)</p>\(list)",
            isNews: true
        ).html(texts)
    }

    private func stale(_ texts: Texts) -> HTML {
        guard let saved else { return "" }
        let facts = PersonFacts(details: saved, today: nil).html(texts)
        return Notice(
            .warning,
            texts.people.staleTitle,
            content: "<p>\(texts.people.staleBody)</p>\(facts)",
            isNews: true
        ).html(texts)
    }

    func message(_ field: String, _ texts: Texts) -> String? {
        errors.message(for: field, texts)
    }

    /// The error summary's links lead to the first control of a field.
    private func anchor(_ field: String) -> String {
        field == "birthYear" ? "birthDay" : field
    }
}

/// People found, each with what tells them apart and why they are offered.
struct PersonHitList {
    let hits: [PersonHit]
    /// So that what was typed into a form isn't left.
    var opensInNewPage = false

    func html(_ texts: Texts) -> HTML {
        let lines = HTML.each(hits) { hit in
            let born = BirthText.short(hit.birthDate, texts.formats)
            let why = texts.formats.list(hit.reasons.map { $0.title(texts) })
            return """
                <li><a href="\(url: PeopleURL.person(hit.id).url)"\
                \(attribute: "target", opensInNewPage ? "_blank" : nil)>\
                \(MarkedText(hit.name.isEmpty ? texts.people.unnamed : hit.name, hit.matched).html)</a> \
                <span class="muted">\(born) · \(why)</span></li>
                """
        }
        return "<ul>\(lines)</ul>"
    }
}

/// A text with some of its parts marked.
struct MarkedText {
    private let parts: [(text: String, isMarked: Bool)]

    /// - Parameters:
    ///   - text: the whole.
    ///   - ranges: of UTF-8 offsets, in order; those that cut a character or lie outside are passed over.
    init(_ text: String, _ ranges: [Range<Int>]) {
        let utf8 = text.utf8
        var parts: [(text: String, isMarked: Bool)] = []
        var end = text.startIndex
        for range in ranges where range.lowerBound >= 0 && range.upperBound <= utf8.count && !range.isEmpty {
            let from = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            let to = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
            guard from >= end, let marked = String(utf8[from..<to]), let before = String(utf8[end..<from]) else {
                continue
            }
            if !before.isEmpty { parts.append((before, false)) }
            parts.append((marked, true))
            end = to
        }
        let rest = String(text[end...])
        if !rest.isEmpty { parts.append((rest, false)) }
        self.parts = parts
    }

    var html: HTML {
        let inside = HTML.each(parts) { part in part.isMarked ? "<mark>\(part.text)</mark>" : "\(part.text)" }
        return "<bdi>\(inside)</bdi>"
    }
}

/// The countries for a list: the network's corridor first, then all by name.
enum CountryOptions {
    static func all(_ texts: Texts) -> [FieldOption] {
        let formats = texts.formats
        let first = CountryCode.corridor.map { FieldOption($0.code, formats.country($0.code)) }
        let known = Set(first.map(\.value))
        return first + formats.countries.filter { !known.contains($0.code) }.map { FieldOption($0.code, $0.name) }
    }
}
