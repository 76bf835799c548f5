import Domain
import Localization
import Markup
import People
import Web

/// The links that an import made, each with its reasons and with what can be done about it.
struct ImportLinksPage {
    let run: ImportRun
    let page: LinkPage
    let query: LinkQuery
    /// Names of those whom the reader may see.
    let names: [PersonID: String]
    let cases: [CaseID: String]
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.imports.linksTitle,
            breadcrumbs: [
                Breadcrumbs.Item(texts.imports.title, ImportURL.list.url),
                Breadcrumbs.Item(run.name, ImportURL.run(run.id).url),
            ]
        ).html(texts)
        return "\(header)<p>\(texts.imports.linksHint)</p>\(table(texts))"
    }

    private func table(_ texts: Texts) -> HTML {
        var table = Table(
            texts.imports.linksTitle,
            columns: [
                TableColumn(texts.imports.linkRow, isHeading: true), TableColumn(texts.imports.linkDate),
                TableColumn(texts.imports.linkWritten), TableColumn(texts.imports.linkPerson),
                TableColumn(texts.imports.linkReasons), TableColumn(texts.imports.linkCase),
                TableColumn(texts.imports.state),
            ],
            empty: EmptyState(texts.imports.linksNone)
        )
        table.filters = filters(texts)
        table.paging = paging
        return table.html(texts) { rows in
            for link in page.links {
                rows.row { row in
                    row.text(place(link))
                    row.time(RelativeTime(link.occurredAt, now: now, zone: zone), texts)
                    row.text(written(link, texts))
                    row.html(person(link, texts))
                    row.text(link.reasons.map { LinkReason(code: $0).title(texts) }.joined(separator: ", "))
                    row.html(caseCell(link, texts))
                    row.html(state(link, texts))
                }
            }
        }
    }

    /// The line in its sheet; of old imports, the contact's number.
    private func place(_ link: ImportLink) -> String {
        guard let line = link.line else { return "№\u{A0}\(link.number)" }
        let sheet = link.said?.sheet ?? ""
        let isOneSheet = run.mapping.sheets.count { $0.isLog } <= 1
        return isOneSheet || sheet.isEmpty ? "\(line)" : "\(sheet)\u{A0}\(line)"
    }

    private func written(_ link: ImportLink, _ texts: Texts) -> String {
        guard let said = link.said else { return texts.imports.linkUnknown }
        let parts = said.names.prefix(1) + said.phones.map(\.number)
        return parts.isEmpty ? texts.people.unnamed : parts.joined(separator: ", ")
    }

    private func person(_ link: ImportLink, _ texts: Texts) -> HTML {
        guard let person = link.person else { return "\(texts.people.unnamed)" }
        return self.person(person, texts)
    }

    private func person(_ id: PersonID, _ texts: Texts) -> HTML {
        guard let name = names[id] else { return "\(texts.imports.linkPersonGone)" }
        return
            "<a href=\"\(url: PeopleURL.person(id).url)\"><bdi>\(name.isEmpty ? texts.people.unnamed : name)</bdi></a>"
    }

    private func caseCell(_ link: ImportLink, _ texts: Texts) -> HTML {
        if let former = link.formerCase {
            return "\(texts.imports.linkCaseLeft(number: cases[former] ?? "–"))"
        }
        guard let id = link.caseID, let number = cases[id] else { return "" }
        let stays: HTML? = link.openedCase ? " <span class=\"muted\">\(texts.imports.linkCaseStays)</span>" : nil
        return "<a href=\"\(url: URLAttribute.path("cases", id.text))\">\(number)</a>\(stays)"
    }

    private func state(_ link: ImportLink, _ texts: Texts) -> HTML {
        let badge = Badge(link.state.title(texts), link.state.badge).html
        let name = written(link, texts)
        var buttons: [Button] = []
        func add(_ act: LinkAct, _ label: String) {
            buttons.append(Button(label, .submit(name: "do", value: act.rawValue), style: .quiet, about: name))
        }
        switch link.state {
        case .provisional:
            if link.person != nil {
                add(.confirm, texts.imports.linkConfirm)
                add(.takeBack, texts.imports.linkTakeBack)
            }
        case .confirmed: add(.takeBack, texts.imports.linkTakeBack)
        case .takenBack: if let former = link.former, names[former] != nil { add(.again, texts.imports.linkAgain) }
        }
        let former = link.former.flatMap { names[$0] }
        let was: HTML? = former.map { " <span class=\"muted\">\(texts.imports.linkWas(name: $0))</span>" }
        guard !buttons.isEmpty else { return "\(badge)\(was)" }
        let kept = query.fields + [(name: "contact", value: link.contact.text)]
        let hidden = HTML.each(kept) { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\"/>" }
        let form = Form(
            ImportURL.linkPage(run.id).url,
            token: token,
            kind: "inline",
            content: "\(hidden)\(buttons.map(\.html))"
        ).html(texts)
        return "\(badge)\(was)\(form)"
    }

    private func filters(_ texts: Texts) -> HTML {
        let reasons = page.reasons.map { FieldOption($0, LinkReason(code: $0).title(texts)) }.sorted {
            $0.label < $1.label
        }
        let why = SelectField(
            "reason",
            label: texts.imports.linkReasons,
            options: reasons,
            value: query.reason ?? "",
            placeholder: texts.imports.linkAll,
            width: .medium
        ).html(texts)
        let state = SelectField(
            "state",
            label: texts.imports.state,
            options: LinkState.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: query.state?.rawValue ?? "",
            placeholder: texts.imports.linkAll,
            width: .medium
        ).html(texts)
        return """
            <form method="get" action="\(url: ImportURL.linkPage(run.id).url)" class="row-fields">\
            \(why)\(state)\(Button(texts.common.filter).html)</form>
            """
    }

    /// Forward only: the browser goes back.
    private var paging: Paging {
        guard page.hasMore, let last = page.links.last else { return Paging() }
        var next = query
        next.after = last.contact
        return Paging(next: ImportURL.linkPage(run.id, next.fields).url)
    }
}

extension LinkState {
    func title(_ texts: Texts) -> String {
        switch self {
        case .provisional: texts.imports.linkProvisional
        case .confirmed: texts.imports.linkConfirmed
        case .takenBack: texts.imports.linkTakenBack
        }
    }

    var badge: Badge.Kind {
        switch self {
        case .provisional: .due
        case .confirmed: .done
        case .takenBack: .neutral
        }
    }
}
