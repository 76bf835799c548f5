import Domain
import Localization
import Markup
import Web

/// The form for a letter to a partner outside.
struct LetterFormPage {
    let subject: SharingRoutes.Subject
    let letter: LetterDraft
    let addressee: String
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.letters.writeTitle,
            breadcrumbs: [
                Breadcrumbs.Item(subject.file.number, SharingURL.case(subject.file.id).url),
                Breadcrumbs.Item(texts.letters.title, SharingURL.letters(subject.file.id).url),
            ]
        ).html(texts)
        let fields: [HTML] = [
            SelectField(
                "addressee",
                label: texts.letters.addressee,
                options: EntryCounterpart.allCases.map { FieldOption($0.rawValue, $0.addresseeTitle(texts)) },
                value: addressee,
                error: message("addressee", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            TextField(
                "recipient",
                label: texts.letters.recipient,
                value: letter.recipient,
                error: message("recipient", texts) ?? message("consent", texts),
                isRequired: true,
                maximumLength: 200
            ).html(texts),
            SelectField(
                "person",
                label: texts.authority.person,
                options: subject.names.map { FieldOption($0.id.text, $0.name) },
                value: letter.person?.text ?? subject.file.head.client?.text ?? "",
                error: message("person", texts),
                width: .medium
            ).html(texts),
            TextField("subject", label: texts.letters.subject, value: letter.subject, maximumLength: 200).html(texts),
            TextArea(
                "text",
                label: texts.letters.text,
                value: letter.text,
                hint: texts.letters.textHint,
                error: message("text", texts),
                isRequired: true,
                rows: 14
            ).html(texts),
            CheckboxField("mayEndanger", label: texts.letters.mayEndanger, isChecked: letter.mayEndanger).html(texts),
            Toolbar([
                Button(texts.letters.save, style: .primary),
                Button(texts.common.cancel, .link(SharingURL.letters(subject.file.id).url), style: .quiet),
            ]).html(texts),
        ]
        let form = Form(
            SharingURL.writeLetter(subject.file.id).url,
            token: token,
            isGuarded: true,
            content: fields.joined()
        ).html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(form)"
    }

    private func message(_ field: String, _ texts: Texts) -> String? { errors.message(for: field, texts) }
}

/// The letters of a case.
struct LettersPage {
    let caseID: CaseID
    let number: String
    let letters: [Letter]
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.letters.title,
            breadcrumbs: [Breadcrumbs.Item(number, SharingURL.case(caseID).url)],
            actions: [Button(texts.letters.write, .link(SharingURL.writeLetter(caseID).url), style: .primary)]
        ).html(texts)
        let table = Table(
            texts.letters.title,
            columns: [
                TableColumn(texts.letters.subject, isHeading: true), TableColumn(texts.letters.recipient),
                TableColumn(texts.letters.addressee), TableColumn(texts.referrals.columnSent),
            ],
            empty: EmptyState(texts.letters.none, icon: .document)
        ).html(texts) { rows in
            for letter in letters {
                rows.row { row in
                    row.link(letter.body.subject, to: SharingURL.letter(caseID, letter.id).url)
                    row.text(letter.body.recipient)
                    row.text(letter.addressee.addresseeTitle(texts))
                    row.time(RelativeTime(letter.at, now: now, zone: zone), texts)
                }
            }
        }
        return "\(header)\(table)"
    }
}

/// A letter as it is printed: sender, day, addressee, subject, text. No address and no phone of the person stands on it,
/// and where contact may endanger, no sender that tells (design, safety rules 8 and 10).
struct LetterPage {
    let letter: Letter
    let number: String
    let organization: String
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.letters.title,
            breadcrumbs: [
                Breadcrumbs.Item(number, SharingURL.case(letter.caseID).url),
                Breadcrumbs.Item(texts.letters.title, SharingURL.letters(letter.caseID).url),
            ]
        ).html(texts)
        let sender = SenderRule.sender(
            named: organization,
            neutral: texts.letters.neutralSender,
            recipientMayEndanger: letter.isNeutral,
            personWantsNeutral: false
        )
        let day = CivilDate(at: letter.at, zone: zone).date
        let date = texts.formats.longDate(year: day.year, month: day.month ?? 1, day: day.day ?? 1)
        return """
            \(header)<article class="letter prose"><p class="strong">\(HTML.isolated(sender))</p><p>\(date)</p>\
            <p>\(HTML.isolated(letter.body.recipient))</p><h2>\(HTML.isolated(letter.body.subject))</h2>\
            <div><bdi>\(letter.body.text)</bdi></div></article>\
            <button type="button" class="button secondary" hidden="" data-print="">\(Icon.print.html) \
            \(texts.common.print)</button>
            """
    }
}
