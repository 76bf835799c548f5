import Domain
import Localization
import Markup
import Web

/// What taking a uniting back does, and the button that does it.
struct UndoMergePage {
    let person: Person
    /// The latest first; that one is undone.
    let merges: [MergeBrief]
    let changed: [PersonPart]
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let name = SuspectsPage.name(person.details.displayName, texts)
        let header = PageHeader(
            texts.people.undoMergeTitle,
            breadcrumbs: [
                Breadcrumbs.Item(texts.people.title, PeopleURL.list.url),
                Breadcrumbs.Item(name, PeopleURL.person(person.id).url),
            ]
        ).html(texts)
        guard let latest = merges.first else {
            return "\(header)\(Notice(.info, texts.people.undoMergeNothing).html(texts))"
        }
        let order: HTML = merges.count > 1 ? "<p>\(texts.people.undoMergeOrder)</p>" : ""
        let later: HTML =
            changed.isEmpty
            ? ""
            : Notice(
                .warning,
                texts.people.undoMergeChanged(parts: texts.formats.list(changed.map { $0.title(texts) }))
            ).html(texts)
        let hidden: HTML = """
            <input type="hidden" name="merge" value="\(latest.id.text)"/>\
            <input type="hidden" name="version" value="\(Int(person.version))"/>
            """
        let undo = Button(texts.people.undoMergeTitle, style: .primary).html
        let cancel = Button(texts.common.cancel, .link(PeopleURL.person(person.id).url), style: .secondary).html
        let buttons: HTML = "<div class=\"actions\">\(undo)\(cancel)</div>"
        let form = Form(PeopleURL.unmerge(person.id).url, token: token, content: "\(hidden)\(buttons)").html(texts)
        return """
            \(header)<p class="strong">\(MergedRecords.line(latest, now: now, zone: zone, texts))</p>\
            <p>\(texts.people.undoMergeBody)</p>\(order)\(later)\(form)
            """
    }
}

/// The records that were united with one, on its page.
struct MergedRecords {
    let person: PersonID
    let merges: [MergeBrief]
    let mayUndo: Bool
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        guard !merges.isEmpty else { return "" }
        let lines = HTML.each(merges.enumerated().map { $0 }) { place, merge in
            let undo: HTML =
                place == 0 && mayUndo
                ? " · <a href=\"\(url: PeopleURL.unmerge(person).url)\">\(texts.people.undoMerge)</a>" : ""
            return "<li>\(Self.line(merge, now: now, zone: zone, texts))\(undo)</li>"
        }
        return "<section><h2>\(texts.people.mergedRecords)</h2><ul class=\"bare\">\(lines)</ul></section>"
    }

    static func line(_ merge: MergeBrief, now: Instant, zone: String, _ texts: Texts) -> HTML {
        let date = texts.formats.dateTime(milliseconds: merge.at.milliseconds, zone: zone)
        return "\(texts.people.mergedWith(name: SuspectsPage.name(merge.name, texts).isolatedPlainText, date: date))"
    }
}
