import Domain
public import Localization
import Markup
import Web

/// Who can help: the question and the answers.
struct FinderPage {
    let input: FinderInput
    let offers: [HelpOffer]
    let services: [(code: String, title: String)]
    let mayManage: Bool
    let zone: String
    let name: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        let actions =
            mayManage
            ? [Button(texts.directory.own, .link(DirectoryURL.own.url), style: .quiet, icon: .organization)] : []
        let header = PageHeader(texts.directory.title, actions: actions).html(texts)
        return "\(header)\(form(texts))\(table(texts))"
    }

    private func form(_ texts: Texts) -> HTML {
        let fields: [HTML] = [
            SelectField(
                "service",
                label: texts.directory.service,
                options: [FieldOption("", texts.directory.any)] + services.map { FieldOption($0.code, $0.title) },
                value: input.service
            ).html(texts),
            SelectField(
                "country",
                label: texts.directory.country,
                options: [FieldOption("", texts.directory.any)]
                    + CountryCode.corridor.map { FieldOption($0.code, texts.formats.country($0.code)) },
                value: input.country
            ).html(texts),
            SelectField(
                "language",
                label: texts.directory.language,
                options: [FieldOption("", texts.directory.any)] + LanguageOptions.all(texts),
                value: input.language
            ).html(texts),
            CheckboxField("free", label: texts.directory.freeOnly, isChecked: input.freeOnly).html(texts),
            CheckboxField("open", label: texts.directory.openNow, isChecked: input.openNow).html(texts),
            CheckboxField("woman", label: texts.directory.womanLawyer, isChecked: input.womanLawyer).html(texts),
        ]
        return """
            <form method="get" action="\(url: DirectoryURL.finder.url)" class="form inline" novalidate="">\
            \(fields.joined())\(Button(texts.directory.find, style: .primary, icon: .search).html)</form>
            """
    }

    private func table(_ texts: Texts) -> HTML {
        let titles = Dictionary(services.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })
        let frame = Table(
            texts.directory.caption,
            columns: [
                TableColumn(texts.directory.columnWho, isHeading: true), TableColumn(texts.directory.columnWhat),
                TableColumn(texts.directory.columnWhere), TableColumn(texts.directory.columnOpen),
                TableColumn(texts.directory.columnPhone),
            ],
            empty: EmptyState(
                texts.directory.emptyTitle,
                explanation: texts.directory.emptyBody,
                icon: .network
            )
        )
        return frame.html(texts) { rows in
            for found in offers {
                rows.row { row in
                    row.html(who(found, texts))
                    row.text(
                        "\(titles[found.offer.service] ?? found.offer.service) · \(found.offer.fee.title(texts)) · "
                            + texts.formats.list(found.offer.languages.map { texts.formats.languageName($0) })
                    )
                    row.text(found.site.city)
                    row.text(found.state.title(texts, zone: zone))
                    row.text(found.site.phone)
                }
            }
        }
    }

    private func who(_ found: HelpOffer, _ texts: Texts) -> HTML {
        let link: HTML = """
            <a href="\(url: DirectoryURL.organization(found.offer.organization).url)">\(name(found.offer.organization))</a>
            """
        let state: HTML =
            found.isStateRecipient ? " \(Badge(texts.directory.state, .due).html)" : ""
        let danger: HTML = found.mayEndanger ? " \(Badge(texts.directory.endangers, .danger).html)" : ""
        return "\(link)\(state)\(danger)"
    }
}

/// The languages of the program as choices.
enum LanguageOptions {
    static func all(_ texts: Texts) -> [FieldOption] {
        InterfaceLanguage.allCases.map { FieldOption($0.rawValue, texts.formats.languageName($0.rawValue)) }
    }
}

extension Fee {
    func title(_ texts: Texts) -> String {
        switch self {
        case .free: texts.directory.free
        case .paid: texts.directory.paid
        case .unknown: texts.directory.feeUnknown
        }
    }
}

extension FieldVisibility {
    func title(_ texts: Texts) -> String {
        switch self {
        case .everyone: texts.directory.visiblePublic
        case .member: texts.directory.visibleMember
        case .vetted: texts.directory.visibleVetted
        case .owner: texts.directory.visibleOwner
        }
    }
}

extension OpenState {
    /// Whether it is open, with the time at which that changes on the reader's clocks.
    public func title(_ texts: Texts, zone: String) -> String {
        switch self {
        case .open(nil): texts.directory.roundTheClock
        case .open(let until?):
            texts.directory.openUntil(time: texts.formats.time(milliseconds: until.milliseconds, zone: zone))
        case .closed(nil): texts.directory.closed
        case .closed(let until?):
            texts.directory.closedUntil(time: texts.formats.dateTime(milliseconds: until.milliseconds, zone: zone))
        }
    }
}
