import Domain
import Localization
import Markup
import Vault
import Web

/// What was typed into the form for sharing.
struct SharingInput {
    var recipient = ""
    var groups: Set<String> = Set(FieldGroups.summary.groups.map(\.code))
    var purpose = ""
    var days = "90"
    var isConfirmed = false

    init() {}

    init(_ form: FormData) {
        recipient = form["recipient"]
        groups = Set(form.values("groups"))
        purpose = form["purpose"]
        days = form["days"]
        isConfirmed = form.has("consent")
    }
}

/// Who can see a person, and the form that lets one more organisation in.
struct SharePage {
    let person: Person
    let list: GrantList
    let organizations: [(id: OrganizationID, name: String)]
    let input: SharingInput
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let name = person.details.displayName.isEmpty ? texts.people.unnamed : person.details.displayName
        let header = PageHeader(
            texts.people.shareTitle,
            breadcrumbs: [
                Breadcrumbs.Item(texts.people.title, PeopleURL.list.url),
                Breadcrumbs.Item(name, PeopleURL.person(person.id).url),
            ]
        ).html(texts)
        let summary = ErrorSummary(
            errors.problems.map { ErrorSummary.Item(field: $0.field, message: $0.message(texts)) }
        ).html(texts)
        let form = Form(
            PeopleURL.share(person.id).url,
            token: token,
            isGuarded: true,
            content: fields(texts)
        ).html(texts)
        return "\(header)\(summary)\(list.html(texts))<section><h2>\(texts.people.share)</h2>\(form)</section>"
    }

    private func fields(_ texts: Texts) -> HTML {
        let parts: [HTML] = [
            SelectField(
                "recipient",
                label: texts.people.shareWith,
                options: organizations.map { FieldOption($0.id.text, $0.name) },
                value: input.recipient,
                error: errors.message(for: "recipient", texts),
                isRequired: true
            ).html(texts),
            CheckboxGroup(
                "groups",
                legend: texts.people.shareGroups,
                options: PersonGroups.shareable.map { FieldOption($0.code, PersonGroups.title($0, texts)) },
                values: input.groups,
                error: errors.message(for: "groups", texts),
                isRequired: true
            ).html(texts),
            SelectField(
                "purpose",
                label: texts.people.sharePurpose,
                options: SharingPurpose.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: input.purpose,
                error: errors.message(for: "purpose", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            TextField(
                "days",
                label: texts.people.shareDays,
                value: input.days,
                error: errors.message(for: "days", texts),
                isRequired: true,
                kind: .number,
                width: .short
            ).html(texts),
            CheckboxField(
                "consent",
                label: texts.people.shareConfirm,
                isChecked: input.isConfirmed,
                error: errors.message(for: "consent", texts)
            ).html(texts),
            Toolbar([
                Button(texts.people.shareButton, style: .primary),
                Button(texts.common.cancel, .link(PeopleURL.person(person.id).url), style: .quiet),
            ]).html(texts),
        ]
        return parts.joined()
    }
}
