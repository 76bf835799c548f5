import Domain
import Localization
import Markup
import NameMatching
import Web

/// Two records side by side, and what can be done with them.
struct ComparePage {
    let first: Person
    let second: Person
    let merge: PersonMerge
    let match: RecordMatch
    let isDistinct: Bool
    /// Those of the two that are open to other organisations.
    let shared: Set<PersonID>
    /// What stands against uniting them, whichever stays.
    let refusal: MergeRefusal?
    /// Which one stays, as chosen or offered.
    let keep: PersonID
    let token: String
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.people.compareTitle,
            breadcrumbs: [
                Breadcrumbs.Item(texts.people.title, PeopleURL.list.url),
                Breadcrumbs.Item(texts.people.suspectsTitle, PeopleURL.suspects(of: nil, after: nil).url),
            ]
        ).html(texts)
        return "\(header)\(why(texts))\(table(texts))\(decision(texts))"
    }

    private func why(_ texts: Texts) -> HTML {
        let reasons = match.reasons.map { "\($0.title(texts))" as HTML }
        let list: HTML =
            reasons.isEmpty
            ? "<p>\(texts.people.compareNoReason)</p>"
            : "<ul>\(HTML.each(reasons) { "<li>\($0)</li>" })</ul>"
        return "<section><h2>\(texts.people.compareWhy)</h2>\(list)</section>"
    }

    // MARK: - Side by side

    private func table(_ texts: Texts) -> HTML {
        Table(
            texts.people.compareCaption,
            columns: [
                TableColumn(texts.people.comparePart, isHeading: true), TableColumn(texts.people.recordFirst),
                TableColumn(texts.people.recordSecond),
            ]
        ).html(texts) { rows in
            rows.row { row in
                row.text(texts.people.columnChanged)
                row.html(link(first, texts))
                row.html(link(second, texts))
            }
            for part in PersonPart.allCases {
                let left = part.lines(first.details, now: now, zone: zone, texts)
                let right = part.lines(second.details, now: now, zone: zone, texts)
                guard !left.isEmpty || !right.isEmpty else { continue }
                let badge: HTML = left == right ? "" : " \(Badge(texts.people.differs, .due).html)"
                rows.row { row in
                    row.html("\(part.title(texts))\(badge)")
                    row.html(lines(left, besides: right, texts))
                    row.html(lines(right, besides: left, texts))
                }
            }
        }
    }

    private func link(_ person: Person, _ texts: Texts) -> HTML {
        let name = SuspectsPage.name(person.details.displayName, texts)
        let badge: HTML = shared.contains(person.id) ? " \(Badge(texts.people.mergeIsShared, .active).html)" : ""
        return """
            <a href="\(url: PeopleURL.person(person.id).url)">\(HTML.isolated(name))</a>, \
            \(RelativeTime(person.changedAt, now: now, zone: zone).html(texts))\(badge)
            """
    }

    /// What the other record doesn't say is in bold.
    private func lines(_ lines: [String], besides other: [String], _ texts: Texts) -> HTML {
        guard !lines.isEmpty else { return "<span class=\"muted\">\(texts.common.notRecorded)</span>" }
        let items = HTML.each(lines) { line in
            other.contains(line)
                ? "<li>\(HTML.isolated(line))</li>" : "<li><strong>\(HTML.isolated(line))</strong></li>"
        }
        return "<ul class=\"bare\">\(items)</ul>"
    }

    // MARK: - What to do

    private func decision(_ texts: Texts) -> HTML {
        if isDistinct {
            let form = Form(
                PeopleURL.distinct(first.id, second.id).url,
                token: token,
                kind: "plain",
                content: Button(texts.people.distinctTakeBack, .submit(name: "do", value: "clear")).html
            ).html(texts)
            return Notice(.info, texts.people.distinctNotice, content: form).html(texts)
        }
        let distinct = Form(
            PeopleURL.distinct(first.id, second.id).url,
            token: token,
            kind: "plain",
            content: """
                <p>\(texts.people.notSameHint)</p>\
                \(Button(texts.people.notSame, .submit(name: "do", value: "note")).html)
                """
        ).html(texts)
        let against = refusal.map { Notice(.warning, $0.message(texts)).html(texts) }
        return "\(against ?? mergeForm(texts))<section><h2>\(texts.people.notSame)</h2>\(distinct)</section>"
    }

    private func mergeForm(_ texts: Texts) -> HTML {
        let fields = HTML.each(merge.asked) { choice($0, texts) }
        let warning: HTML =
            shared.isEmpty ? "" : Notice(.warning, texts.people.mergeSharedWarning).html(texts)
        let hidden: HTML = """
            <input type="hidden" name="firstVersion" value="\(Int(first.version))"/>\
            <input type="hidden" name="secondVersion" value="\(Int(second.version))"/>
            """
        let buttons = Toolbar([
            Button(texts.people.merge, style: .primary),
            Button(
                texts.common.cancel,
                .link(PeopleURL.suspects(of: nil, after: nil).url),
                style: .quiet
            ),
        ]).html(texts)
        let form = Form(
            PeopleURL.merge(first.id, second.id).url,
            token: token,
            content:
                "\(hidden)\(keepField(texts))\(fields)\(warning)<p class=\"hint\">\(texts.people.mergeLists)</p>\(buttons)"
        ).html(texts)
        return "<section><h2>\(texts.people.mergeTitle)</h2>\(form)</section>"
    }

    private func keepField(_ texts: Texts) -> HTML {
        func option(_ person: Person, _ title: String) -> FieldOption {
            FieldOption(
                person.id.text,
                "\(title): \(SuspectsPage.name(person.details.displayName, texts))",
                hint: shared.contains(person.id) ? texts.people.mergeIsShared : nil
            )
        }
        // An open record has to stay, so nothing else is offered.
        let options = [option(first, texts.people.recordFirst), option(second, texts.people.recordSecond)]
            .filter { shared.isEmpty || shared.map(\.text).contains($0.value) }
        return RadioField(
            "keep",
            legend: texts.people.mergeKeep,
            options: options,
            value: keep.text,
            hint: texts.people.mergeKeepHint,
            isRequired: true
        ).html(texts)
    }

    private func choice(_ field: MergeField, _ texts: Texts) -> HTML {
        func option(_ side: MergeSide, _ person: Person, _ title: String) -> FieldOption {
            let shown =
                field.part?.lines(person.details, now: now, zone: zone, texts).joined(separator: "; ")
                ?? (field == .codeWord ? "" : merge.value(field, person.details))
            return FieldOption(side.rawValue, title, hint: shown.isEmpty ? nil : shown)
        }
        var options = [
            option(.first, first, texts.people.recordFirst), option(.second, second, texts.people.recordSecond),
        ]
        if field.mayKeepBoth { options.append(FieldOption(MergeSide.both.rawValue, texts.people.mergeBoth)) }
        return RadioField(
            "choice.\(field.rawValue)",
            legend: field.title(texts),
            options: options,
            value: merge.side(field).rawValue
        ).html(texts)
    }
}
