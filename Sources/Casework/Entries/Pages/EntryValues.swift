import Domain
import Web

/// An entry as its form shows it for a change.
enum EntryValues {
    static func form(of entry: CaseEntry, zone: String) -> FormData {
        var form = FormData()
        guard let body = entry.body else { return form }
        func set(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { form.set(name, value) }
        }
        func flag(_ name: String, _ isSet: Bool) {
            if isSet { form.set(name, "1") }
        }
        func date(_ name: String, _ iso: String?) {
            guard let date = iso.flatMap({ PartialDate(iso: $0) }), let month = date.month, let day = date.day else {
                return
            }
            form.set(name + "Year", String(date.year))
            form.set(name + "Month", String(month))
            form.set(name + "Day", String(day))
        }
        func money(_ prefix: String, _ part: EntryBody.AmountPart?) {
            guard let money = part?.money else { return }
            form.set(prefix + "amount", money.decimal)
            form.set(prefix + "currency", money.currency.code)
        }
        set("title", body.title)
        set("text", body.text)
        set("person", entry.person?.text)
        set("assignee", entry.assignee?.text)
        set("counterpart", entry.counterpart?.rawValue)
        set("rule", entry.kind == .deadline ? entry.code : nil)
        date("due", entry.dueOn?.iso)
        if let claim = body.claim {
            money("owed.", claim.owed)
            money("demanded.", claim.demanded)
            date("trigger", claim.triggerDate)
            set("interruptions", claim.interruptions)
            set("evidence", claim.evidence.map { "\($0.kind); \($0.proves); \($0.original)" }.joined(separator: "\n"))
            for (index, respondent) in claim.respondents.enumerated() {
                form.set("respondents.\(index).role", respondent.role)
                form.set("respondents.\(index).name", respondent.name)
            }
        }
        if let payment = body.payment {
            money("", payment.amount)
            date("paid", payment.paidOn)
            set("payer", payment.payer)
            set("route", payment.route)
            set("receivedBy", payment.receivedBy)
            set("witness", payment.witness)
            money("fee.", payment.fee)
        }
        if let aid = body.aid {
            set("sort", aid.sort)
            money("", aid.amount)
            set("receipt", aid.receipt)
        }
        if let episode = body.episode {
            set("site", episode.site)
            set("from", episode.from)
            set("until", episode.until)
            set("task", episode.task)
            set("ratePromised", episode.ratePromised)
            set("ratePaid", episode.ratePaid)
            set("contract", episode.contract)
        }
        if let mandate = body.mandate {
            set("powers", mandate.powers)
            date("valid", mandate.validUntil)
            set("custody", mandate.custody)
        }
        if let instruction = body.instruction {
            flag("allowsAuthorities", instruction.allowsAuthorities)
            flag("allowsEmployer", instruction.allowsEmployer)
            flag("mayBeNamed", instruction.mayBeNamed)
            flag("isAtEmployer", instruction.isAtEmployer)
            set("timing", instruction.timing)
        }
        if let check = body.statusCheck {
            set("stay", check.stay.rawValue)
            set("register", check.register.rawValue)
            set("warrant", check.warrant.rawValue)
            set("ban", check.ban.rawValue)
        }
        if let child = body.child {
            set("isWith", child.isWith)
            set("guardian", child.guardian)
            set("bestInterest", child.bestInterest)
            flag("parentsAreDanger", child.parentsAreDanger)
            flag("stateIsDanger", child.stateIsDanger)
        }
        if let screening = body.screening {
            set("screening", entry.code)
            for (key, answer) in screening.answers { form.set("q." + key, answer) }
        }
        return form
    }
}
