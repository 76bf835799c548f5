import Domain
import Guides
import Localization
import Markup
import People
import Web

/// One contact that was saved.
struct ContactDetailPage {
    let contact: Contact
    /// Names of those whom the reader may see.
    let names: [PersonID: String]
    let thread: [ContactBrief]
    let staff: [UserID: String]
    let content: ContentLibrary
    let now: Instant
    let zone: String

    func html(_ texts: Texts) -> HTML {
        let header = PageHeader(
            texts.hotline.contactTitle(number: String(contact.number)),
            breadcrumbs: [
                Breadcrumbs.Item(texts.hotline.title, HotlineURL.home.url),
                Breadcrumbs.Item(texts.hotline.tabContacts, HotlineURL.contacts.url),
            ],
            details: badges(texts)
        ).html(texts)
        return "\(header)\(DescriptionList(facts(texts)).html(texts))\(people(texts))\(answers(texts))\(earlier(texts))"
    }

    private func badges(_ texts: Texts) -> HTML {
        let problems = HTML.each(contact.problems.enumerated()) { index, code in
            "\(Badge(content.problems.name(code, texts.language), index == 0 ? .active : .neutral).html) "
        }
        let waiting: HTML? = contact.state == .waiting ? Badge(contact.state.title(texts), .due).html : nil
        let imported: HTML? = contact.isImported ? Badge(texts.hotline.imported).html : nil
        return "\(problems)\(waiting)\(imported)"
    }

    private func facts(_ texts: Texts) -> [DescriptionList.Item] {
        let narrative = contact.narrative
        var items = [
            DescriptionList.Item(
                texts.hotline.when,
                RelativeTime(contact.occurredAt, now: now, zone: zone).html(texts)
            ),
            DescriptionList.Item(
                texts.hotline.channel,
                text: [contact.channel.title(texts), contact.messenger, contact.direction.title(texts)]
                    .compactMap { $0 }.joined(separator: ", "),
                texts
            ),
            DescriptionList.Item(texts.hotline.language, text: texts.formats.languageName(contact.language), texts),
            DescriptionList.Item(
                texts.hotline.counterpart,
                text: [contact.counterpart.title(texts), contact.relation?.title(texts)].compactMap { $0 }
                    .joined(separator: ", "),
                texts
            ),
            DescriptionList.Item(texts.hotline.place, text: place(texts), texts),
            DescriptionList.Item(texts.hotline.urgency, text: contact.urgency.title(texts), texts),
            DescriptionList.Item(texts.hotline.outcome, text: contact.outcome?.title(texts), texts),
            DescriptionList.Item(texts.hotline.takenBy, text: staff[contact.takenBy] ?? texts.hotline.colleague, texts),
        ]
        let rest: [(String, String)] = [
            (texts.hotline.attempt, contact.attempt?.title(texts) ?? ""),
            (texts.hotline.heardFrom, contact.heardFrom?.title(texts) ?? ""),
            (texts.hotline.callerName, narrative.callerName), (texts.hotline.callerNumber, contact.caller.number),
            (texts.hotline.returnCode, narrative.returnCode ?? ""),
            (texts.hotline.adviceGiven, narrative.advice.map(\.guide).joined(separator: ", ")),
        ]
        items += rest.filter { !$0.1.isEmpty }.map { DescriptionList.Item($0.0, text: $0.1, texts) }
        items.append(
            DescriptionList.Item(
                texts.hotline.summary,
                narrative.summary.isEmpty
                    ? "<span class=\"muted\">\(texts.common.notRecorded)</span>"
                    : "<div class=\"prose\"><bdi>\(narrative.summary)</bdi></div>"
            )
        )
        if let caseID = contact.caseID {
            items.append(
                DescriptionList.Item(
                    texts.hotline.caseLink,
                    "<a href=\"\(url: URLAttribute.path("cases", caseID.text))\">\(texts.hotline.openCase)</a>"
                )
            )
        }
        return items
    }

    private func place(_ texts: Texts) -> String {
        let names = [
            contact.narrative.place,
            contact.hostRegion.map { content.places.name(region: $0, texts.language) } ?? "",
            contact.hostCountry.map { texts.formats.country($0) } ?? "",
        ]
        return names.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func people(_ texts: Texts) -> HTML {
        guard !contact.members.isEmpty else { return "" }
        let table = Table(
            texts.hotline.persons,
            columns: [
                TableColumn(texts.people.columnName, isHeading: true), TableColumn(texts.hotline.role),
                TableColumn(texts.hotline.checkColumn),
            ]
        ).html(texts) { rows in
            for member in contact.members {
                rows.row { row in
                    if let person = member.person, let name = names[person] {
                        row.link(name.isEmpty ? texts.people.unnamed : name, to: PeopleURL.person(person).url)
                    } else {
                        row.text(texts.people.unnamed)
                    }
                    row.text(member.role.title(texts))
                    row.text(member.isProvisional ? texts.hotline.provisional : member.check.title(texts))
                }
            }
        }
        return "<section><h2>\(texts.hotline.persons)</h2>\(table)</section>"
    }

    private func answers(_ texts: Texts) -> HTML {
        guard !contact.narrative.answers.isEmpty else { return "" }
        let items = StandingQuestion.allCases.map { question in
            let asked = content.screening.standing.questions.first { $0.key == question.rawValue }
            return DescriptionList.Item(
                asked?.text.text(texts.language) ?? question.rawValue,
                text: contact.narrative.answer(question).title(texts),
                texts
            )
        }
        return "<section><h2>\(texts.hotline.questions)</h2>\(DescriptionList(items).html(texts))</section>"
    }

    private func earlier(_ texts: Texts) -> HTML {
        guard !thread.isEmpty else { return "" }
        let lines = ContactLines(contacts: thread, content: content, now: now, zone: zone).html(texts)
        return "<section><h2>\(texts.hotline.sameCaller)</h2>\(lines)</section>"
    }
}
