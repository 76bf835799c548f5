import Domain
import Localization
import Markup
import Web

/// The form for a place.
struct SiteFormPage {
    let id: SiteID?
    let input: SiteInput
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            id == nil ? texts.directory.addSite : texts.directory.edit,
            breadcrumbs: [Breadcrumbs.Item(texts.directory.own, DirectoryURL.own.url)]
        ).html(texts)
        let action = id.map { DirectoryURL.site($0).url } ?? DirectoryURL.newSite.url
        let form = Form(action, token: token, isGuarded: true, content: fields(texts)).html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(form)"
    }

    private func fields(_ texts: Texts) -> HTML {
        let visibilities = FieldVisibility.allCases.map { FieldOption($0.rawValue, $0.title(texts)) }
        let parts: [HTML] = [
            text("name", texts.directory.siteName, input.name, isRequired: true, texts),
            text("country", texts.directory.country, input.country, isRequired: true, width: .short, texts),
            text(
                "region",
                texts.directory.region,
                input.region,
                hint: texts.directory.regionHint,
                width: .short,
                texts
            ),
            text("city", texts.directory.city, input.city, texts),
            text("address", texts.directory.address, input.address, texts),
            select(
                "addressVisibility",
                texts.directory.addressVisibility,
                visibilities,
                input.addressVisibility,
                texts
            ),
            text("phone", texts.directory.phone, input.phone, kind: .phone, width: .medium, texts),
            select("phoneVisibility", texts.directory.phoneVisibility, visibilities, input.phoneVisibility, texts),
            text("zone", texts.directory.zone, input.zone, hint: texts.directory.zoneHint, isRequired: true, texts),
            CheckboxField("roundTheClock", label: texts.directory.roundTheClock, isChecked: input.isRoundTheClock)
                .html(texts),
            TextArea(
                "hours",
                label: texts.directory.hours,
                value: input.hours,
                hint: texts.directory.hoursHint,
                error: errors.message(for: "hours", texts),
                rows: 7
            ).html(texts),
            Toolbar([
                Button(texts.common.save, style: .primary),
                Button(texts.common.cancel, .link(DirectoryURL.own.url), style: .quiet),
            ]).html(texts),
        ]
        return parts.joined()
    }

    private func text(
        _ name: String,
        _ label: String,
        _ value: String,
        hint: String? = nil,
        isRequired: Bool = false,
        kind: TextField.Kind = .text,
        width: FieldWidth = .full,
        _ texts: Texts
    ) -> HTML {
        TextField(
            name,
            label: label,
            value: value,
            hint: hint,
            error: errors.message(for: name, texts),
            isRequired: isRequired,
            kind: kind,
            width: width
        ).html(texts)
    }

    private func select(
        _ name: String,
        _ label: String,
        _ options: [FieldOption],
        _ value: String,
        _ texts: Texts
    ) -> HTML {
        SelectField(
            name,
            label: label,
            options: options,
            value: value,
            error: errors.message(for: name, texts)
        ).html(texts)
    }
}

/// The form for a service.
struct ServiceFormPage {
    let id: ServiceID?
    let input: ServiceInput
    let sites: [Site]
    let services: [(code: String, title: String)]
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            id == nil ? texts.directory.addService : texts.directory.edit,
            breadcrumbs: [Breadcrumbs.Item(texts.directory.own, DirectoryURL.own.url)]
        ).html(texts)
        let action = id.map { DirectoryURL.service($0).url } ?? DirectoryURL.newService.url
        let form = Form(action, token: token, isGuarded: true, content: fields(texts)).html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(form)"
    }

    private func fields(_ texts: Texts) -> HTML {
        let parts: [HTML] = [
            select(
                "service",
                texts.directory.service,
                services.map { FieldOption($0.code, $0.title) },
                input.service,
                texts
            ),
            select("site", texts.directory.sites, sites.map { FieldOption($0.id.text, $0.name) }, input.site, texts),
            CheckboxGroup(
                "languages",
                legend: texts.directory.languages,
                options: LanguageOptions.all(texts),
                values: input.languages,
                error: errors.message(for: "languages", texts),
                isRequired: true,
                isInline: true
            ).html(texts),
            select(
                "fee",
                texts.directory.fee,
                Fee.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
                input.fee,
                texts
            ),
            CheckboxField("womanLawyer", label: texts.directory.womanLawyer, isChecked: input.hasWomanLawyer)
                .html(texts),
            text("coverage", texts.directory.coverage, input.coverage, texts.directory.coverageHint, texts),
            text("places", texts.directory.freePlaces, input.places, nil, texts),
            text("days", texts.directory.freePlacesDays, input.days, nil, texts),
            Toolbar([
                Button(texts.common.save, style: .primary),
                Button(texts.common.cancel, .link(DirectoryURL.own.url), style: .quiet),
            ]).html(texts),
        ]
        return parts.joined()
    }

    private func text(_ name: String, _ label: String, _ value: String, _ hint: String?, _ texts: Texts) -> HTML {
        TextField(
            name,
            label: label,
            value: value,
            hint: hint,
            error: errors.message(for: name, texts),
            width: .medium
        ).html(texts)
    }

    private func select(
        _ name: String,
        _ label: String,
        _ options: [FieldOption],
        _ value: String,
        _ texts: Texts
    ) -> HTML {
        SelectField(
            name,
            label: label,
            options: options,
            value: value,
            error: errors.message(for: name, texts),
            isRequired: true
        ).html(texts)
    }
}
