import Domain
import Localization
import Markup
import Web

/// What is recorded of a person, as far as the reader may see it. What can't be opened and what is empty isn't there,
/// but for what everybody is asked.
struct PersonFacts {
    let details: PersonDetails
    /// For places whose time is over; `nil` where that doesn't matter.
    let today: CivilDate?

    func html(_ texts: Texts) -> HTML {
        "\(identity(texts))\(safety(texts))\(circle(texts))\(vulnerability(texts))\(places(texts))\(stays(texts))"
    }

    private func identity(_ texts: Texts) -> HTML {
        let identity = details.identity
        var items: [DescriptionList.Item] = identity.names.enumerated().map { index, name in
            DescriptionList.Item(index == 0 ? texts.people.columnName : "", text: name.display, texts)
        }
        if !identity.alias.isEmpty { items.append(item(texts.people.alias, identity.alias, texts)) }
        if identity.isNameless { items.append(item(texts.people.columnName, texts.people.nameless, texts)) }
        let birth = BirthText.short(identity.birthDate ?? "", texts.formats)
        items.append(
            DescriptionList.Item(
                texts.people.birthDate,
                text: identity.isBirthEstimated ? "\(birth) (\(texts.people.birthEstimated))" : birth,
                texts
            )
        )
        items.append(DescriptionList.Item(texts.people.sex, text: Sex(rawValue: identity.sex)?.title(texts), texts))
        items.append(
            DescriptionList.Item(
                texts.people.citizenship,
                text: identity.citizenship.map { texts.formats.country($0) },
                texts
            )
        )
        let home = [identity.homePlace, identity.homeRegion.map { HomeRegions.title($0, texts) } ?? ""]
            .filter { !$0.isEmpty }
        if !home.isEmpty { items.append(item(texts.people.homePlace, home.joined(separator: ", "), texts)) }
        if !identity.languages.isEmpty {
            let names = identity.languages.map { texts.formats.languageName($0) }
            items.append(item(texts.people.languages, texts.formats.list(names), texts))
        }
        if let phones = details.phones {
            items.append(DescriptionList.Item(texts.people.sectionPhones, list(phones.map { phone($0, texts) }, texts)))
        }
        if let documents = details.documents {
            let lines = documents.map { document($0, texts) }
            items.append(DescriptionList.Item(texts.people.sectionDocuments, list(lines, texts)))
        }
        if let notes = details.notes {
            items.append(DescriptionList.Item(texts.people.sectionNotes, prose(notes, texts)))
        }
        return DescriptionList(items).html(texts)
    }

    private func phone(_ phone: PersonPhone, _ texts: Texts) -> HTML {
        var remarks = phone.owner == .person ? [] : [phone.owner.title(texts)]
        remarks += [phone.messenger, phone.note].filter { !$0.isEmpty }
        return """
            <a href="\(url: URLAttribute("tel:" + phone.number))">\(phone.number)</a>\(muted(remarks))
            """
    }

    private func document(_ document: PersonDocument, _ texts: Texts) -> HTML {
        let kind = DocumentKind(rawValue: document.kind)?.title(texts) ?? document.kind
        let state = DocumentState(rawValue: document.state) ?? .held
        let badge: HTML =
            state == .held ? "" : " \(Badge(state.title(texts), state == .withheld ? .danger : .due).html)"
        var custody = document.heldBy.map { [$0] } ?? []
        if let since = document.since {
            custody.append("\(texts.people.heldSince) \(BirthText.short(since, texts.formats))")
        }
        return "\(kind) \(HTML.isolated(document.number))\(badge)\(muted(custody))"
    }

    private func safety(_ texts: Texts) -> HTML {
        guard let safety = details.safety, !safety.isEmpty else { return "" }
        var items: [DescriptionList.Item] = []
        if !safety.contact.codeWord.isEmpty {
            // Folded, so that nobody who looks over a shoulder reads it.
            let word: HTML = """
                <details><summary>\(texts.people.codeWord)</summary>\(HTML.isolated(safety.contact.codeWord))</details>
                """
            items.append(DescriptionList.Item(texts.people.codeWord, word))
        }
        var wishes: [String] = []
        if safety.wishes.womanLawyer { wishes.append(texts.people.womanLawyer) }
        if safety.wishes.notFromOwnVillage { wishes.append(texts.people.notFromOwnVillage) }
        if safety.wishes.doNotTellMyState { wishes.append(texts.people.doNotTellMyState) }
        if safety.wishes.interpreter != .none {
            wishes.append("\(texts.people.interpreter): \(safety.wishes.interpreter.title(texts))")
        }
        if !wishes.isEmpty {
            items.append(DescriptionList.Item(texts.people.sectionWishes, list(wishes.map { "\($0)" }, texts)))
        }
        if let recognition = safety.recognition {
            let given = BirthText.short(recognition.givenOn?.iso ?? "", texts.formats)
            var parts = ["\(recognition.manner.title(texts)), \(given)"]
            if let end = recognition.withdrawnOn {
                parts.append("\(texts.people.recognitionWithdrawnOn) \(BirthText.short(end.iso, texts.formats))")
            }
            items.append(item(texts.people.recognition, parts.joined(separator: " · "), texts))
        }
        guard !items.isEmpty else { return "" }
        return section(texts.people.sectionSafety, DescriptionList(items).html(texts))
    }

    private func circle(_ texts: Texts) -> HTML {
        guard let circle = details.circle, !circle.isEmpty else { return "" }
        let lines = circle.map { relative -> HTML in
            let name: HTML =
                relative.person.map {
                    "<a href=\"\(url: PeopleURL.person($0).url)\">\(HTML.isolated(relative.name))</a>"
                } ?? HTML.isolated(relative.name)
            let kind: Badge.Kind = relative.rule == .nothing ? .danger : .neutral
            let rule = Badge("\(texts.people.disclosure): \(relative.rule.title(texts))", kind)
            return
                "\(name)\(muted([relative.relation.title(texts), relative.phone].filter { !$0.isEmpty })) \(rule.html)"
        }
        return section(
            texts.people.sectionCircle,
            "\(list(lines, texts))<p class=\"muted\">\(texts.people.circleHint)</p>"
        )
    }

    private func vulnerability(_ texts: Texts) -> HTML {
        guard let vulnerability = details.vulnerability, !vulnerability.isEmpty else { return "" }
        let codes = list(vulnerability.codes.map { "\($0.title(texts))" }, texts)
        let note: HTML = vulnerability.note.isEmpty ? "" : "<p>\(HTML.isolated(vulnerability.note))</p>"
        return section(
            texts.people.sectionVulnerability,
            "\(vulnerability.codes.isEmpty ? "" : codes)\(note)"
        )
    }

    private func places(_ texts: Texts) -> HTML {
        guard let places = details.places, !places.isEmpty else { return "" }
        let lines = places.map { place -> HTML in
            var remarks = [place.kind.title(texts), place.purpose].filter { !$0.isEmpty }
            if let end = place.expiresOn {
                remarks.append("\(texts.people.placeExpires) \(BirthText.short(end.iso, texts.formats))")
            }
            if let today, !place.isLive(on: today) { remarks.append(texts.people.placeOver) }
            return "\(HTML.isolated(place.text))\(muted(remarks))"
        }
        return section(texts.people.sectionPlaces, list(lines, texts))
    }

    private func stays(_ texts: Texts) -> HTML {
        let parts = [PersonSection.stays, .detentions].map { part -> HTML in
            let rows = details.rows(part)
            guard !rows.isEmpty else { return "" }
            let lists = HTML.each(rows) { row in
                DescriptionList(part.columns.compactMap { fact($0, of: part, row, texts) }).html(texts)
            }
            return section(part.title(texts), lists)
        }
        return parts.joined()
    }

    /// A value of a row; `nil` where nothing was recorded.
    private func fact(
        _ column: PersonColumn,
        of section: PersonSection,
        _ row: PersonRow,
        _ texts: Texts
    ) -> DescriptionList.Item? {
        let value = row[column.name]
        guard !value.isEmpty else { return nil }
        let shown: String =
            switch column.kind {
            case .date, .day: BirthText.short(value, texts.formats)
            case .country: texts.formats.country(value)
            case .choice: section.title(ofCode: value, in: column.name, texts)
            case .flag: texts.common.yes
            case .text, .phone, .person: value
            }
        return item(section.title(of: column.name, texts), shown, texts)
    }

    private func item(_ term: String, _ text: String, _ texts: Texts) -> DescriptionList.Item {
        DescriptionList.Item(term, text: text, texts)
    }

    private func section(_ title: String, _ content: HTML) -> HTML {
        "<section><h2>\(title)</h2>\(content)</section>"
    }

    private func muted(_ remarks: [String]) -> HTML {
        guard !remarks.isEmpty else { return "" }
        return " <span class=\"muted\">\(HTML.isolated(remarks.joined(separator: " · ")))</span>"
    }

    private func list(_ lines: [HTML], _ texts: Texts) -> HTML {
        guard !lines.isEmpty else { return "<span class=\"muted\">\(texts.common.notRecorded)</span>" }
        return "<ul class=\"bare\">\(HTML.each(lines) { "<li>\($0)</li>" })</ul>"
    }

    private func prose(_ notes: String, _ texts: Texts) -> HTML {
        guard !notes.isEmpty else { return "<span class=\"muted\">\(texts.common.notRecorded)</span>" }
        return "<div class=\"prose\"><bdi>\(notes)</bdi></div>"
    }
}
