import Domain
import Localization
import Markup
import Web

/// The imports so far, and the form for another.
struct ImportListPage {
    let runs: [ImportRun]
    let errors: FormErrors
    let token: String
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(texts.imports.title).html(texts)
        let summary = ErrorSummary(errors, texts).html(texts)
        return "\(header)\(summary)<p>\(texts.imports.explanation)</p>\(form(texts))\(list(texts))"
    }

    private func form(_ texts: Texts) -> HTML {
        let field = FileField(
            "file",
            label: texts.imports.file,
            hint: texts.imports.fileHint,
            error: errors.message(for: "file", texts),
            isRequired: true,
            accepted: ".csv,.tsv,.txt,.xlsx",
            maximumMegabytes: ImportRoutes.largest / 1_000_000
        ).html(texts)
        let button = Button(texts.imports.read, .submit(), style: .primary).html
        return Form(ImportURL.list.url, token: token, isMultipart: true, content: "\(field)\(button)").html(texts)
    }

    private func list(_ texts: Texts) -> HTML {
        guard !runs.isEmpty else { return "" }
        return Table(
            texts.imports.earlier,
            columns: [
                TableColumn(texts.imports.file, isHeading: true), TableColumn(texts.imports.state),
                TableColumn(texts.imports.taken, isNumeric: true), TableColumn(texts.imports.rejected, isNumeric: true),
                TableColumn(texts.imports.people, isNumeric: true),
            ],
            showsCaption: true
        ).html(texts) { rows in
            for run in runs {
                rows.row { row in
                    row.link(run.name, to: ImportURL.run(run.id).url)
                    row.text(run.state.title(texts))
                    row.text(texts.formats.number(run.counts.taken))
                    row.text(texts.formats.number(run.counts.rejected))
                    row.text(texts.formats.number(run.counts.people))
                }
            }
        }
    }
}

extension ImportState {
    func title(_ texts: Texts) -> String {
        switch self {
        case .prepared: texts.imports.statePrepared
        case .running: texts.imports.stateRunning
        case .done: texts.imports.stateDone
        case .undoing: texts.imports.stateUndoing
        case .undone: texts.imports.stateUndone
        }
    }
}
