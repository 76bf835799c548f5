import Domain
import Localization
import Markup
import Web

/// One import: what is in the file, how it was understood, and what can be done.
struct ImportRunPage {
    let run: ImportRun
    /// The file as judged; `nil` where the page tells nothing of its rows.
    let reading: ImportReading?
    /// What would be written, as long as nothing is.
    let plan: ImportPlan?
    /// How far the writing or undoing is.
    let progress: ImportProgress?
    let isRunning: Bool
    /// Undoing erases people, which not everybody who imports may do.
    let mayUndo: Bool
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            run.name,
            breadcrumbs: [Breadcrumbs.Item(texts.imports.title, ImportURL.list.url)],
            details: Badge(run.state.title(texts), run.state == .done ? .active : .due).html
        ).html(texts)
        let summary = ErrorSummary(errors, texts).html(texts)
        return
            "\(header)\(summary)\(progress(texts))\(figures(texts))\(actions(texts))\(reasons(texts))\(mapping(texts))"
    }

    private func progress(_ texts: Texts) -> HTML {
        guard let progress else { return "" }
        let isUndoing = run.state == .undoing
        let note =
            isUndoing
            ? isRunning ? texts.imports.undoingNote : texts.imports.undoInterruptedNote
            : isRunning ? texts.imports.runningNote : texts.imports.interruptedNote
        let bar = Progress(
            isUndoing ? texts.imports.progressUndoing : texts.imports.progressWriting,
            done: progress.done,
            total: progress.total
        ).html(texts)
        return "<p role=\"status\">\(note)</p>\(bar)"
    }

    private func figures(_ texts: Texts) -> HTML {
        var counts = run.counts
        if let reading, let plan { counts = reading.counts(plan) }
        var items: [(String, Int)] = [
            (texts.imports.taken, counts.taken), (texts.imports.flagged, counts.flagged),
            (texts.imports.rejected, counts.rejected), (texts.imports.skipped, counts.skipped),
            (texts.imports.people, counts.people), (texts.imports.cases, counts.cases),
        ]
        if let plan { items.append((texts.imports.suspected, plan.suspected)) }
        return DescriptionList(items.map { DescriptionList.Item($0.0, "\(texts.formats.number($0.1))") }).html(texts)
    }

    private func actions(_ texts: Texts) -> HTML {
        var parts: [HTML] = []
        if run.state == .prepared || run.state == .running && !isRunning {
            let label = run.state == .prepared ? texts.imports.start : texts.imports.resume
            let button = Button(label, .submit(), style: .primary).html
            parts.append(Form(ImportURL.start(run.id).url, token: token, kind: "inline", content: button).html(texts))
        }
        var acts: [Button] = []
        if run.state == .done {
            acts.append(Button(texts.imports.linksTitle, .link(ImportURL.linkPage(run.id).url), style: .secondary))
        }
        if run.state == .done || plan.map({ !$0.suspicions.isEmpty }) == true {
            let page = ImportURL.suspectedPage(run.id, 0).url
            acts.append(Button(texts.imports.suspectedTitle, .link(page), style: .secondary))
        }
        if mayUndo, run.state == .done || run.state == .undoing && !isRunning {
            let label = run.state == .done ? texts.imports.undo : texts.imports.undoResume
            acts.append(Button(label, .link(ImportURL.undo(run.id).url), style: .quiet))
        }
        if !acts.isEmpty { parts.append(Toolbar(acts).html(texts)) }
        let files = [
            Button(texts.imports.rejectedFile, .link(ImportURL.rejected(run.id).url), style: .quiet),
            Button(texts.imports.remarksFile, .link(ImportURL.remarks(run.id).url), style: .quiet),
            Button(texts.imports.linksFile, .link(ImportURL.links(run.id).url), style: .quiet),
            Button(texts.imports.suspectedFile, .link(ImportURL.suspected(run.id).url), style: .quiet),
        ]
        let main: HTML = parts.isEmpty ? "" : "<div class=\"actions\">\(parts)</div>"
        return "\(main)\(Toolbar(files).html(texts))"
    }

    private func reasons(_ texts: Texts) -> HTML {
        var counts: [Rejection: Int] = [:]
        for row in reading?.rows ?? [] {
            if case .rejected(let reason, _) = row.judgement { counts[reason, default: 0] += 1 }
        }
        guard !counts.isEmpty else { return "" }
        let items = Rejection.allCases.compactMap { reason in
            counts[reason].map { DescriptionList.Item(reason.title(texts), "\(texts.formats.number($0))") }
        }
        return "<section><h2>\(texts.imports.rejected)</h2>\(DescriptionList(items).html(texts))</section>"
    }

    private func mapping(_ texts: Texts) -> HTML {
        guard run.state == .prepared else { return "" }
        let sheets = run.mapping.sheets.enumerated().filter { !$0.element.titles.isEmpty }
        let fields = sheets.map { sheet($0.offset, $0.element, texts) }.joined()
        let button = Button(texts.imports.readAgain, .submit()).html
        let form = Form(ImportURL.mapping(run.id).url, token: token, isGuarded: true, content: "\(fields)\(button)")
            .html(texts)
        return "<section><h2>\(texts.imports.columns)</h2><p>\(texts.imports.columnsHint)</p>\(form)</section>"
    }

    private func sheet(_ number: Int, _ sheet: SheetMapping, _ texts: Texts) -> HTML {
        let use = CheckboxField(
            MappingForm.sheetField(number),
            label: "\(texts.imports.sheet): \(sheet.sheet)",
            isChecked: sheet.isLog
        ).html(texts)
        let options = ImportColumn.allCases.map { FieldOption($0.rawValue, $0.title(texts)) }
        let columns = sheet.titles.indices.map { column -> HTML in
            let title = sheet.titles[column].isEmpty ? "\(column + 1)" : sheet.titles[column]
            return SelectField(
                MappingForm.columnField(number, column),
                label: title,
                options: options,
                value: sheet.columns.indices.contains(column) ? sheet.columns[column]?.rawValue ?? "" : "",
                placeholder: texts.imports.notRead,
                width: .medium
            ).html(texts)
        }
        let mark: HTML = "<input type=\"hidden\" name=\"columns\(number)\" value=\"1\"/>"
        return
            """
            <fieldset><legend>\(sheet.sheet)</legend>\(use)\(mark)\
            <div class="row-fields">\(columns.joined())</div></fieldset>
            """
    }
}

extension Rejection {
    func title(_ texts: Texts) -> String {
        switch self {
        case .dateImpossible: texts.imports.rejectionDateImpossible
        case .dateInFuture: texts.imports.rejectionDateInFuture
        case .dateLongPast: texts.imports.rejectionDateLongPast
        case .dateMissing: texts.imports.rejectionDateMissing
        case .dateUnreadable: texts.imports.rejectionDateUnreadable
        case .shifted: texts.imports.rejectionShifted
        case .exactCopy: texts.imports.rejectionExactCopy
        case .test: texts.imports.rejectionTest
        case .begun: texts.imports.rejectionBegun
        }
    }
}
