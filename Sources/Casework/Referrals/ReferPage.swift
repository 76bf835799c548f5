import Domain
import Guides
import Localization
import Markup
import Web

/// What was typed into the form for a referral.
struct ReferInput {
    var consent = ""
    var urgency = Urgency.normal.rawValue
    var note = ReferralNote()

    init() {}

    init(_ form: FormData) {
        consent = form["consent"]
        urgency = form["urgency"]
        note.text = form.trimmed("note")
        note.agreement = form.trimmed("agreement")
        let wishes = Set(form.values("wishes"))
        note.wantsWomanLawyer = wishes.contains("woman_lawyer")
        note.wantsInterpreter = wishes.contains("interpreter")
        note.notFromOwnVillage = wishes.contains("not_from_own_village")
    }

    var wishes: Set<String> {
        var wishes: Set<String> = []
        if note.wantsWomanLawyer { wishes.insert("woman_lawyer") }
        if note.wantsInterpreter { wishes.insert("interpreter") }
        if note.notFromOwnVillage { wishes.insert("not_from_own_village") }
        return wishes
    }

    static func options(_ texts: Texts) -> [FieldOption] {
        [
            FieldOption("woman_lawyer", texts.referrals.wishWomanLawyer),
            FieldOption("interpreter", texts.referrals.wishInterpreter),
            FieldOption("not_from_own_village", texts.referrals.wishNotVillage),
        ]
    }
}

/// The form for a referral: to whom by which consent, what they will see, and who else could help.
struct ReferPage {
    let subject: SharingRoutes.Subject
    /// The live authorities for organisations of the network.
    let live: [Authority]
    let input: ReferInput
    let errors: FormErrors
    let token: String
    let services: ServiceCatalog
    let organizationName: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.referrals.referTitle,
            breadcrumbs: [Breadcrumbs.Item(subject.file.number, SharingURL.case(subject.file.id).url)]
        ).html(texts)
        return """
            \(header)\(ErrorSummary(errors, texts).html(texts))\(live.isEmpty ? nothing(texts) : form(texts))\
            \(candidates(texts))
            """
    }

    private func nothing(_ texts: Texts) -> HTML {
        Notice(
            .info,
            texts.referrals.referNeedConsent,
            content:
                "<p>\(Button(texts.authority.give, .link(SharingURL.give(subject.file.id).url), style: .primary).html)</p>"
        ).html(texts)
    }

    private func form(_ texts: Texts) -> HTML {
        let parts: [HTML] = [
            RadioField(
                "consent",
                legend: texts.referrals.referConsent,
                options: live.map { authority in
                    FieldOption(
                        authority.id.text,
                        "\(authority.recipient.map(organizationName) ?? "") · \(authority.purpose.title(texts))",
                        hint: texts.referrals.willSeeFirst(groups: SharingTitles.list(authority.groups, texts))
                    )
                },
                value: input.consent,
                hint: texts.referrals.willSee,
                error: message(["consent", "recipient"], texts),
                isRequired: true
            ).html(texts),
            RadioField(
                "urgency",
                legend: texts.referrals.urgency,
                options: Urgency.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.urgency,
                isInline: true
            ).html(texts),
            TextArea(
                "note",
                label: texts.referrals.note,
                value: input.note.text,
                hint: texts.referrals.noteHint,
                error: message(["note"], texts),
                rows: 5
            ).html(texts),
            CheckboxGroup(
                "wishes",
                legend: texts.referrals.wishes,
                options: ReferInput.options(texts),
                values: input.wishes
            ).html(texts),
            TextField(
                "agreement",
                label: texts.referrals.agreement,
                value: input.note.agreement,
                maximumLength: 500
            ).html(texts),
            Toolbar([
                Button(texts.referrals.send, style: .primary),
                Button(texts.common.cancel, .link(SharingURL.case(subject.file.id).url), style: .quiet),
            ]).html(texts),
        ]
        return Form(SharingURL.refer(subject.file.id).url, token: token, isGuarded: true, content: parts.joined())
            .html(texts)
    }

    private func candidates(_ texts: Texts) -> HTML {
        guard !subject.candidates.isEmpty else { return "" }
        let lines = HTML.each(subject.candidates) { candidate in
            let ask = SharingURL.give(subject.file.id).url.adding(query: "recipient", candidate.organization.text)
            let languages = texts.formats.list(candidate.languages.map { texts.formats.languageName($0) })
            let offer = [services.name(candidate.offer, texts.language), candidate.city, languages]
                .filter { !$0.isEmpty }.joined(separator: " · ")
            return """
                <li><span class="strong">\(HTML.isolated(organizationName(candidate.organization)))</span> \
                <span class="muted">\(HTML.isolated(offer))</span> \
                <a href="\(url: ask)">\(texts.referrals.askConsent)</a></li>
                """
        }
        return "<section><h2>\(texts.referrals.candidates)</h2><ul class=\"bare\">\(lines)</ul></section>"
    }

    private func message(_ fields: [String], _ texts: Texts) -> String? {
        fields.compactMap { errors.message(for: $0, texts) }.first
    }
}
