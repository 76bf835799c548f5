import Domain
import Localization
import Markup
import Web

/// The form for an authority, with the words that are read aloud in the person's language.
struct AuthorityFormPage {
    let subject: SharingRoutes.Subject
    let recipients: [OrganizationDirectory.Entry]
    let input: AuthorityInput
    let errors: FormErrors
    let token: String
    /// The texts of the language in which the words are read.
    let spoken: Texts

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.authority.giveTitle,
            breadcrumbs: [Breadcrumbs.Item(subject.file.number, SharingURL.case(subject.file.id).url)]
        ).html(texts)
        let form = Form(
            SharingURL.give(subject.file.id).url,
            token: token,
            isGuarded: true,
            content: whom(texts) + what(texts) + words(texts) + how(texts) + special(texts) + buttons(texts)
        ).html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(form)"
    }

    private func whom(_ texts: Texts) -> HTML {
        [
            SelectField(
                "person",
                label: texts.authority.person,
                options: subject.names.map { FieldOption($0.id.text, $0.name) },
                value: input.person.isEmpty ? subject.file.head.client?.text ?? "" : input.person,
                error: message("person", texts),
                isRequired: true
            ).html(texts),
            SelectField(
                "recipient",
                label: texts.authority.recipient,
                options: recipients.map { entry in
                    let name = entry.name(texts.language)
                    return FieldOption(
                        entry.id.text,
                        entry.isStateRecipient ? "\(name) (\(texts.authority.state))" : name
                    )
                },
                value: input.recipient,
                error: message("recipient", texts)
            ).html(texts),
            TextField(
                "outside",
                label: texts.authority.outsideName,
                value: input.outside,
                hint: texts.authority.outsideHint,
                maximumLength: 200
            ).html(texts),
        ].joined()
    }

    private func what(_ texts: Texts) -> HTML {
        [
            SelectField(
                "purpose",
                label: texts.authority.purpose,
                options: SharePurpose.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.purpose,
                error: message("purpose", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            CheckboxGroup(
                "groups",
                legend: texts.authority.groups,
                options: FieldGroup.allCases.map { FieldOption($0.code, SharingTitles.title($0, texts)) },
                values: input.groups,
                error: message("groups", texts),
                isRequired: true
            ).html(texts),
            DateField(
                "expiresOn",
                legend: texts.authority.expires,
                day: input.day,
                month: input.month,
                year: input.year,
                error: message("expiresOnDay", texts),
                isRequired: true,
                isPartial: false
            ).html(texts),
        ].joined()
    }

    /// What is read to the person, for the recipient that is chosen; in their language, marked as such.
    private func words(_ texts: Texts) -> HTML {
        let chosen = OrganizationID(input.recipient).flatMap { id in recipients.first { $0.id == id } }
        let name = chosen?.name(spoken.language) ?? input.outside
        let isState = chosen?.isStateRecipient == true
        let language = SelectField(
            "language",
            label: texts.authority.language,
            options: InterfaceLanguage.allCases.map {
                FieldOption($0.rawValue, texts.formats.languageName($0.rawValue))
            },
            value: input.language,
            error: message("language", texts),
            isRequired: true,
            width: .medium
        ).html(texts)
        let show = Button(texts.authority.showWords, .submit(name: "step", value: "words")).html
        let lines = AuthorityWording.sentences(recipient: name.isEmpty ? "…" : name, isState: isState, spoken)
        let read: HTML = """
            <section class="notice info"><div><h2>\(texts.authority.readAloud)</h2>\
            <div class="prose" lang="\(spoken.language)">\(HTML.each(lines) { "<p>\($0)</p>" })</div></div></section>
            """
        guard isState else { return "\(language)\(show)\(read)" }
        let sentence = CheckboxField(
            "stateSentence",
            label: texts.authority.stateSentence(sentence: spoken.authority.wording1State),
            isChecked: input.isStateSentenceRead,
            error: message("stateSentence", texts)
        ).html(texts)
        return "\(language)\(show)\(read)\(sentence)"
    }

    private func how(_ texts: Texts) -> HTML {
        [
            RadioField(
                "method",
                legend: texts.authority.method,
                options: AuthorityMethod.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.method,
                error: message("method", texts),
                isRequired: true,
                isInline: true
            ).html(texts),
            SelectField(
                "basis",
                label: texts.authority.basis,
                options: AuthorityBasis.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.basis,
                error: message("basis", texts),
                isRequired: true,
                placeholder: "",
                width: .medium
            ).html(texts),
            RadioField(
                "giver",
                legend: texts.authority.giver,
                options: AuthorityGiver.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.giver,
                error: message("giver", texts),
                isInline: true
            ).html(texts),
            text("giverName", texts.authority.giverName, input.giverName, texts),
            text("giverRelation", texts.authority.giverRelation, input.giverRelation, texts),
            text("interpreter", texts.authority.interpreter, input.interpreter, texts),
        ].joined()
    }

    /// What only emergencies, children and overridden marks need.
    private func special(_ texts: Texts) -> HTML {
        [
            TextArea(
                "reason",
                label: texts.authority.reason,
                value: input.reason,
                error: message("reason", texts),
                rows: 2
            ).html(texts),
            SelectField(
                "secondUser",
                label: texts.authority.secondUser,
                options: subject.colleagues.map { FieldOption($0.id.text, $0.name) },
                value: input.secondUser,
                error: message("secondUser", texts),
                width: .medium
            ).html(texts),
            CheckboxField("personInformed", label: texts.authority.personInformed, isChecked: input.isPersonInformed)
                .html(texts),
            TextArea(
                "bestInterest",
                label: texts.authority.bestInterest,
                value: input.bestInterest,
                error: message("bestInterest", texts),
                rows: 2
            ).html(texts),
            text("lawyer", texts.authority.lawyer, input.lawyer, texts),
        ].joined()
    }

    private func buttons(_ texts: Texts) -> HTML {
        Toolbar([
            Button(texts.authority.save, style: .primary),
            Button(texts.common.cancel, .link(SharingURL.case(subject.file.id).url), style: .quiet),
        ]).html(texts)
    }

    private func text(_ name: String, _ label: String, _ value: String, _ texts: Texts) -> HTML {
        TextField(name, label: label, value: value, error: message(name, texts), maximumLength: 200, width: .medium)
            .html(texts)
    }

    private func message(_ field: String, _ texts: Texts) -> String? { errors.message(for: field, texts) }
}

/// What withdrawing will do, which deadlines run, and the button that does it.
struct WithdrawPage {
    let subject: SharingRoutes.Subject
    let authority: Authority
    let recipient: String
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.authority.withdrawTitle,
            breadcrumbs: [Breadcrumbs.Item(subject.file.number, SharingURL.case(subject.file.id).url)]
        ).html(texts)
        let runs: HTML =
            subject.deadlines.isEmpty
            ? ""
            : """
            <section><h2>\(texts.authority.withdrawDeadlines)</h2>\
            <ul>\(HTML.each(subject.deadlines) { "<li>\(SharingTitles.day($0, texts))</li>" })</ul></section>
            """
        let said: HTML =
            subject.deadlines.isEmpty
            ? ""
            : CheckboxField(
                "deadlinesSaid",
                label: texts.authority.withdrawSaid,
                error: errors.message(for: "deadlinesSaid", texts)
            ).html(texts)
        let why = CheckboxField("learnsWhy", label: texts.authority.withdrawWhy).html(texts)
        let buttons = Toolbar([
            Button(texts.authority.withdrawButton, style: .destructive, about: recipient),
            Button(texts.common.cancel, .link(SharingURL.case(subject.file.id).url), style: .quiet),
        ]).html(texts)
        let form = Form(
            SharingURL.withdraw(subject.file.id, authority.id).url,
            token: token,
            content: "\(said)\(why)\(buttons)"
        ).html(texts)
        let notice = Notice(.warning, texts.authority.withdrawBody).html(texts)
        return """
            \(header)\(ErrorSummary(errors, texts).html(texts))<p class="strong">\(HTML.isolated(recipient))</p>\
            \(runs)\(notice)\(form)
            """
    }
}
