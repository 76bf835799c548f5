import Domain
import Localization
import Markup
import People
import Web

/// Somebody who may be somebody else, as the page shows them.
struct ShownSuspicion {
    let key: String
    let written: SuspectedRow
    let other: SuspectedRow
    let probability: Double
    let reasons: [LinkReason]
    let choice: SuspicionChoice?
    /// Where both are recorded by now: the page that compares them.
    let compare: (first: PersonID, second: PersonID)?
}

/// One of two who may be the same: a row, or somebody of the register.
struct SuspectedRow {
    let name: String
    /// Numbers and birth, as far as the row tells them.
    let details: String
    /// The line in its sheet; empty for somebody of the register.
    let place: String
    let record: PersonID?
}

/// Those of a file who may be the same person as somebody else, and what is chosen about them before they are written.
struct ImportSuspectedPage {
    static let perPage = 25

    let run: ImportRun
    let shown: [ShownSuspicion]
    /// From 0.
    let page: Int
    let hasMore: Bool
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.imports.suspectedTitle,
            breadcrumbs: [
                Breadcrumbs.Item(texts.imports.title, ImportURL.list.url),
                Breadcrumbs.Item(run.name, ImportURL.run(run.id).url),
            ]
        ).html(texts)
        let hint = run.state == .prepared ? texts.imports.suspectedHint : texts.imports.suspectedDoneHint
        guard run.state == .prepared, !shown.isEmpty else { return "\(header)<p>\(hint)</p>\(table(texts))" }
        let kept: HTML = "<input type=\"hidden\" name=\"page\" value=\"\(page)\"/>"
        let button = Button(texts.imports.suspectedKeep, .submit(), style: .primary).html
        let form = Form(
            ImportURL.suspectedPage(run.id, 0).url,
            token: token,
            isGuarded: true,
            content: "\(kept)\(table(texts))\(button)"
        ).html(texts)
        return "\(header)<p>\(hint)</p>\(form)"
    }

    private func table(_ texts: Texts) -> HTML {
        Table(
            texts.imports.suspectedTitle,
            columns: [
                TableColumn(texts.imports.linkWritten, isHeading: true), TableColumn(texts.imports.suspectedOther),
                TableColumn(texts.imports.linkReasons), TableColumn(texts.people.columnLikeness, isNumeric: true),
                // Each field says again what is asked.
                TableColumn(texts.imports.suspectedChoice, hidesTitle: true),
            ],
            paging: Paging(
                previous: page > 0 ? ImportURL.suspectedPage(run.id, page - 1).url : nil,
                next: hasMore ? ImportURL.suspectedPage(run.id, page + 1).url : nil
            ),
            empty: EmptyState(texts.imports.suspectedNone)
        ).html(texts) { rows in
            for (number, suspicion) in shown.enumerated() {
                rows.row { row in
                    row.html(somebody(suspicion.written, texts))
                    row.html(somebody(suspicion.other, texts))
                    row.text(texts.formats.list(suspicion.reasons.map { $0.title(texts) }))
                    row.text("\(texts.formats.number(Int(suspicion.probability * 100))) %")
                    row.html(choice(suspicion, number, texts))
                }
            }
        }
    }

    private func somebody(_ row: SuspectedRow, _ texts: Texts) -> HTML {
        let name = row.name.isEmpty ? texts.people.unnamed : row.name
        let details: HTML? = row.details.isEmpty ? nil : " <span class=\"muted\">\(row.details)</span>"
        guard let record = row.record else {
            return
                "<bdi>\(name)</bdi>\(details) <span class=\"muted\">\(texts.imports.linkRow) \(row.place)</span>"
        }
        return "<a href=\"\(url: PeopleURL.person(record).url)\"><bdi>\(name)</bdi></a>\(details)"
    }

    private func choice(_ suspicion: ShownSuspicion, _ number: Int, _ texts: Texts) -> HTML {
        guard run.state == .prepared else {
            guard let pair = suspicion.compare else { return "" }
            return Button(
                texts.people.compare,
                .link(PeopleURL.compare(pair.first, pair.second).url),
                about: suspicion.written.name
            ).html
        }
        let field = SelectField(
            "choice\(number)",
            label: texts.imports.suspectedChoice,
            options: SuspicionChoice.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: suspicion.choice?.rawValue ?? "",
            placeholder: texts.imports.suspectedLater,
            width: .medium
        ).html(texts)
        return "<input type=\"hidden\" name=\"key\(number)\" value=\"\(suspicion.key)\"/>\(field)"
    }
}

extension SuspicionChoice {
    func title(_ texts: Texts) -> String {
        switch self {
        case .same: texts.imports.suspectedSame
        case .other: texts.imports.suspectedElse
        }
    }
}
