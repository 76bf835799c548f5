import Domain
import Guides
import Localization
import Markup
import People
import Web

/// Who it may be, who was picked, and the check before anything is said (design, safety rule 6).
struct ConsolePeople {
    let page: ConsolePage

    private var model: ConsoleModel { page.model }

    func html(_ texts: Texts) -> HTML {
        "\(HTML.each(model.cards) { card($0, texts) })\(hits(texts))\(newPerson(texts))"
    }

    // MARK: - Candidates

    private func hits(_ texts: Texts) -> HTML {
        let asked = !page.state.who.isEmpty || !page.state.callerNumber.isEmpty
        guard asked else { return "" }
        guard model.isSearching else {
            return
                "<p class=\"hint\">\(texts.hotline.searchWarming(percent: texts.formats.number(model.searchPercent)))</p>"
        }
        guard !model.hits.isEmpty else {
            return model.cards.isEmpty ? "<p class=\"hint\">\(texts.hotline.nobodyFound)</p>" : ""
        }
        let buttons = HTML.each(model.hits) { hit in
            let year = String(hit.birthDate.prefix(4))
            return """
                <button type="submit" name="do" value="pick:\(hit.id.text)" class="pick">\
                <bdi>\(hit.name.isEmpty ? texts.people.unnamed : hit.name)</bdi>\
                \(year.isEmpty ? "" : ", \(year)") <span class="muted number">\(score(hit.score))</span></button>
                """
        }
        return "<div class=\"picks\" role=\"group\" aria-label=\"\(texts.hotline.whoTitle)\">\(buttons)</div>"
    }

    private func score(_ score: Double) -> String {
        let hundredths = Int((min(max(score, 0), 1) * 100).rounded())
        return hundredths == 100 ? "1.00" : "0." + (hundredths < 10 ? "0\(hundredths)" : "\(hundredths)")
    }

    // MARK: - Somebody who was picked

    private func card(_ card: MemberCard, _ texts: Texts) -> HTML {
        let person = card.member.person
        let role = SelectField(
            "role." + person,
            label: texts.hotline.role,
            options: ContactRole.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: card.member.role,
            placeholder: "",
            width: .medium
        ).html(texts)
        let year: HTML = card.birthYear.isEmpty ? "" : ", \(card.birthYear)"
        let name = card.name.isEmpty ? texts.people.unnamed : card.name
        let drop = Button(texts.hotline.drop, .submit(name: "do", value: "drop:" + person), style: .quiet, about: name)
            .html
        return """
            <div class="card member" id="member-\(person)"><p class="strong"><bdi>\(name)</bdi>\(year) \
            \(Badge(card.member.check.title(texts), badge(card.member.check)).html)</p>\
            \(tells(card, texts))\(card.details == nil ? check(card, texts) : known(card, texts))\
            <div class="console-row">\(role)\(drop)</div></div>
            """
    }

    private func badge(_ check: RecognitionCheck) -> Badge.Kind {
        switch check {
        case .codeWord, .twoFacts, .newlyRecorded: .done
        case .failed: .danger
        case .staffOnly: .due
        case .notDone: .neutral
        }
    }

    /// What may be said on the telephone, in so many words.
    private func tells(_ card: MemberCard, _ texts: Texts) -> HTML {
        guard Recognition.maySaySomething(after: card.member.check) else {
            return "<p class=\"error\">\(texts.hotline.sayNothing)</p>"
        }
        guard let rule = card.tells else { return "" }
        return Notice(rule == .everything ? .info : .warning, words(rule, texts)).html(texts)
    }

    private func words(_ rule: DisclosureRule, _ texts: Texts) -> String {
        switch rule {
        case .nothing: texts.hotline.tellNothing
        case .aliveAndWell: texts.hotline.tellAlive
        case .place: texts.hotline.tellPlace
        case .everything: texts.hotline.tellEverything
        }
    }

    /// The questions of the check; the answers are compared and never shown.
    private func check(_ card: MemberCard, _ texts: Texts) -> HTML {
        let person = card.member.person
        var fields: [HTML] = []
        if card.hasCodeWord { fields.append(claim("codeWord", texts.hotline.claimCodeWord, texts)) }
        for fact in card.askable {
            switch fact {
            case .birthDate: fields.append(claim("birthDate", texts.hotline.claimBirth, texts))
            case .documentTail: fields.append(claim("documentTail", texts.hotline.claimDocument, texts))
            case .homePlace: fields.append(claim("homePlace", texts.hotline.claimHome, texts))
            case .familyMember: fields.append(claim("familyMember", texts.hotline.claimFamily, texts))
            case .phoneTail: fields.append(claim("phoneTail", texts.hotline.claimPhone, texts))
            }
        }
        let refused: HTML? =
            model.refused?.text == person ? Notice(.danger, texts.hotline.checkRefused, isNews: true).html(texts) : nil
        let ask: HTML =
            fields.isEmpty
            ? "<p class=\"hint\">\(texts.hotline.checkImpossible)</p>"
            : """
            <p class="hint">\(texts.hotline.checkHint)</p><div class="row-fields" data-check="check:\(person)">\(fields)</div>\
            \(Button(texts.hotline.check, .submit(name: "do", value: "check:" + person), style: .secondary).html)
            """
        let staff = Button(texts.hotline.staffOnly, .submit(name: "do", value: "staff:" + person), style: .quiet).html
        return "\(refused)\(ask)\(staff)"
    }

    private func claim(_ name: String, _ label: String, _ texts: Texts) -> HTML {
        TextField("claim." + name, label: label).html(texts)
    }

    /// The record as far as the console needs it; only after the check or for staff alone.
    private func known(_ card: MemberCard, _ texts: Texts) -> HTML {
        guard let details = card.details else { return "" }
        let warnings = PersonWarnings(details: details, now: page.now, zone: page.zone).html(texts)
        let cases = HTML.each(card.cases) { brief in
            let problem = brief.problem.map { page.content.problems.name($0, texts.language) } ?? ""
            return """
                <li><a href="\(url: URLAttribute.path("cases", brief.id.text))">\(brief.number)</a> \(problem) \
                <span class="muted">\(brief.status.title(texts))</span></li>
                """
        }
        let list: HTML? =
            card.cases.isEmpty ? nil : "<p class=\"muted\">\(texts.hotline.casesOf)</p><ul class=\"bare\">\(cases)</ul>"
        let earlier: HTML? =
            card.contacts.isEmpty
            ? nil
            : """
            <p class="muted">\(texts.hotline.contactsOf)</p>\
            \(ContactLines(contacts: card.contacts, content: page.content, now: page.now, zone: page.zone).html(texts))
            """
        let link: HTML = """
            <p><a href="\(url: PeopleURL.person(card.member.id ?? PersonID(high: 0, low: 0)).url)">\
            \(texts.hotline.openRecord)</a></p>
            """
        return "\(warnings)\(list)\(earlier)\(link)"
    }

    // MARK: - Somebody new

    private func newPerson(_ texts: Texts) -> HTML {
        let typed = page.state.newPerson
        let sexes = SelectField(
            "new.sex",
            label: texts.people.sex,
            options: Sex.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: typed.sex.isEmpty ? Sex.unknown.rawValue : typed.sex,
            placeholder: "",
            width: .medium
        ).html(texts)
        let citizenship = SelectField(
            "new.citizenship",
            label: texts.people.citizenship,
            options: CountryCode.corridor.map { FieldOption($0.code, texts.formats.country($0.code)) },
            value: typed.citizenship,
            placeholder: texts.common.notRecorded,
            width: .medium
        ).html(texts)
        let role = SelectField(
            "new.role",
            label: texts.hotline.role,
            options: ContactRole.allCases.map { FieldOption($0.rawValue, $0.title(texts)) },
            value: typed.role.isEmpty ? page.state.usualRole.rawValue : typed.role,
            placeholder: "",
            width: .medium
        ).html(texts)
        return """
            <details class="section" id="new-person"\(attribute: "open", !typed.isEmpty)><summary>\
            \(Icon.plus.html) \(texts.hotline.newPerson)</summary><div class="row-fields">\
            \(TextField("new.family", label: texts.people.family, value: typed.family).html(texts))\
            \(TextField("new.given", label: texts.people.given, value: typed.given).html(texts))\
            \(TextField("new.birthYear", label: texts.hotline.birthYear, value: typed.birthYear, kind: .code, width: .short).html(texts))\
            \(sexes)\(citizenship)\(role)</div></details>
            """
    }
}
