import Domain
import Spreadsheets

/// Turns the cells of a row that is taken into a contact.
struct ContactReader {
    let cells: RowCells
    let settings: ImportMapping
    let recognizers: Recognizers

    func read(place: RowPlace, signature: String, day: CivilDate, year: Int?, remarks: Set<Remark>) -> ReadContact {
        var contact = ReadContact(place: place, signature: signature, day: day)
        contact.remarks = remarks
        contact.minute = TimeReader.read(cells.cell(.time))
        contact.staff = cells.text(.staff)
        contact.channel = ChannelReader.read(cells.text(.channel))
        contact.isOutgoing = isOutgoing(cells.text(.direction))
        contact.language = LanguageReader.read(cells.text(.language))
        readPlaces(&contact)
        readPerson(&contact)
        readProblem(&contact)
        readMoney(&contact)
        readResult(&contact, year: year)
        contact.number = cells.text(.number)
        contact.reference = RowReferenceReader.read([
            contact.note, contact.description, contact.actions, contact.result,
        ])
        return contact
    }

    private func isOutgoing(_ text: String) -> Bool {
        let folded = Words.fold(text)
        return ["исх", "out", "чыг"].contains { folded.hasPrefix($0) }
    }

    private func readPlaces(_ contact: inout ReadContact) {
        let whole = cells.text(.place)
        let parts = [cells.text(.country), cells.text(.region), cells.text(.city)]
        contact.hostText = (parts + [whole]).filter { !$0.isEmpty }.joined(separator: ", ")
        var place = recognizers.place(value(parts[0]), value(parts[1]), value(parts[2]))
        if place.country == nil, !whole.isEmpty { place = recognizers.place(nil, nil, whole) }
        if place.country == nil { place.country = settings.hostCountry }
        contact.host = place
        if place.country == nil, !contact.hostText.isEmpty { contact.remarks.insert(.placeUnknown) }
        contact.citizenship = value(cells.text(.citizenship)).flatMap { recognizers.country($0) }
        contact.home = cells.text(.home)
    }

    private func value(_ text: String) -> String? {
        text.isEmpty || text == "-" || text == "?" ? nil : text
    }

    private func readPerson(_ contact: inout ReadContact) {
        contact.name = NameReader.read(wholeName())
        if contact.name.wasWrongLayout { contact.remarks.insert(.layoutRepaired) }
        if let hint = contact.name.hint, contact.home.isEmpty { contact.home = hint }
        let country = contact.citizenship ?? settings.homeCountry
        if !contact.home.isEmpty { contact.homeRegion = recognizers.region(contact.home, country) }
        contact.sex = SexReader.read(cells.text(.sex))
        readBirth(&contact)
        let note = cells.text(.note)
        let foreign = noteRelation(note)
        contact.phones = PhoneReader.read(cells.text(.phone), home: settings.homeCountry, host: contact.host.country)
            .map { phone in
                ReadPhone(
                    e164: phone.e164,
                    text: phone.text,
                    relation: phone.relation ?? foreign,
                    isRounded: phone.isRounded
                )
            }
        if contact.phones.contains(where: { $0.e164 == nil && !$0.isRounded }) {
            contact.remarks.insert(.phoneIncomplete)
        }
        if contact.phones.contains(where: \.isRounded) { contact.remarks.insert(.phoneRounded) }
        contact.note = note
        contact.hasChildren = YesReader.read(cells.text(.children))
        contact.isPregnant = YesReader.read(cells.text(.pregnant))
        contact.consent = YesReader.read(cells.text(.consent))
    }

    private func wholeName() -> String {
        let name = cells.text(.name)
        let parts = [cells.text(.familyName), cells.text(.givenName), cells.text(.patronymic)].filter { !$0.isEmpty }
        if parts.isEmpty { return name }
        return name.isEmpty ? parts.joined(separator: " ") : ([name] + parts).joined(separator: " ")
    }

    /// "The wife's number" and "rings from somebody else's number" say that the number is not the person's own.
    private func noteRelation(_ note: String) -> Relation? {
        let folded = Words.fold(note)
        let isAboutNumber =
            folded.hasPrefix("номер ") || folded.contains(" номер ") || folded.contains("номери")
            || folded.contains("number")
        guard isAboutNumber else { return nil }
        if folded.contains("чужого") || folded.contains("somebody else") || folded.contains("someone else")
            || folded.contains("чужой")
        {
            return .relative
        }
        return RelationWords.relation(in: note)
    }

    private func readBirth(_ contact: inout ReadContact) {
        let order = cells.mapping.dateOrder
        switch BirthReader.read(cells.cell(.birth), on: contact.day.date, order: order) {
        case .birth(let date, let isEstimated):
            contact.birth = date
            contact.birthIsEstimated = isEstimated
        case .impossible: contact.remarks.insert(.birthImpossible)
        case .unreadable, .blank: break
        }
    }

    private func readProblem(_ contact: inout ReadContact) {
        contact.category = cells.text(.category)
        contact.description = cells.text(.description)
        contact.actions = cells.text(.actions)
        contact.result = cells.text(.result)
        contact.work = cells.text(.work)
        contact.documents = cells.text(.documents)
        contact.categoryProblems = contact.category.isEmpty ? [] : recognizers.labels(contact.category)
        let told = contact.description.isEmpty ? [] : recognizers.notes(contact.description)
        contact.problems = withoutSeries(ProblemChoice.merged(category: contact.categoryProblems, told: told))
        let hasProblem = contact.problems.contains { $0 != .information && $0 != .other }
        let says =
            NoRequestReader.read(contact.description) || OutcomeReader.read(contact.result) == .noRequest
            || NoRequestReader.read(contact.category)
        contact.isNoRequest = says && !hasProblem
        if contact.isNoRequest { contact.problems = [] }
        if contact.problems.isEmpty, !contact.isNoRequest, !contact.category.isEmpty || !contact.description.isEmpty {
            contact.remarks.insert(.problemUnknown)
        }
        contact.employer = EmployerReader.read(cells.text(.employer))
    }

    /// A finer code stands for its series too (the figures add it there), so the series' own code beside it would be
    /// counted twice.
    private func withoutSeries(_ codes: [ProblemCode]) -> [ProblemCode] {
        let series = Set(codes.compactMap { recognizers.parent($0) })
        return codes.filter { !series.contains($0) }
    }

    private func readMoney(_ contact: inout ReadContact) {
        let host = contact.host.country
        var readings: [AmountReading] = []
        let owed = AmountReader.read(cells.text(.amountOwed), host: host)
        if case .amount(let amount) = owed { contact.owed = amount }
        readings.append(owed)
        let paid = AmountReader.read(cells.text(.amountPaid), host: host)
        if case .amount(let amount) = paid { contact.paid = amount }
        readings.append(paid)
        if contact.paid == nil, PaidWords.tells(contact.result) {
            contact.paid = AmountReader.find(in: contact.result, host: host)
        }
        for reading in readings {
            switch reading {
            case .unclear: contact.remarks.insert(.amountUnclear)
            case .amount(let amount) where amount.currency == nil: contact.remarks.insert(.currencyUnclear)
            default: break
            }
        }
    }

    private func readResult(_ contact: inout ReadContact, year: Int?) {
        contact.referredTo = cells.text(.referredTo)
        contact.caseNumber = cells.text(.caseNumber)
        contact.caseKey = CaseNumberReader.read(contact.caseNumber)
        contact.heardFrom = cells.text(.heardFrom)
        let urgent = Words.fold(cells.text(.urgency) + " " + contact.note)
        contact.isUrgent = urgent.contains("срочно") || urgent.contains("шашылыш") || urgent.contains("urgent")
        if case .day(let date, let isFromSheet) = DateReader.read(
            cells.cell(.followUp),
            order: cells.mapping.dateOrder,
            year: contact.day.date.year
        ) {
            contact.followUpOn = CivilDate(date)
            // A follow-up in January of a row of December lies in the next year.
            if isFromSheet, let found = contact.followUpOn, found < contact.day {
                contact.followUpOn = PartialDate(year: date.year + 1, month: date.month, day: date.day).flatMap {
                    CivilDate($0)
                }
            }
        }
        contact.outcome = outcome(contact)
    }

    private func outcome(_ contact: ReadContact) -> ContactOutcome? {
        if contact.isNoRequest { return .noRequest }
        if let read = OutcomeReader.read(contact.result), read != .noRequest { return read }
        if contact.caseKey != nil { return .caseOpened }
        if !contact.referredTo.isEmpty { return .referred }
        return contact.actions.isEmpty ? nil : .advised
    }
}

/// Which problems a row is counted under.
enum ProblemChoice {
    /// The category's codes first, then what the text tells beyond them; `information` and `other` stand alone, so they
    /// fall away when anything else is known.
    static func merged(category: [ProblemCode], told: [ProblemCode]) -> [ProblemCode] {
        var result: [ProblemCode] = []
        for code in category + told where !result.contains(code) { result.append(code) }
        let definite = result.filter { $0 != .information && $0 != .other }
        if !definite.isEmpty { return definite }
        return result.prefix(1).map { $0 }
    }
}

/// Words that say that money came back.
enum PaidWords {
    private static let stems = StemList([
        "заплат", "выплат", "выплач", "рассчит", "возвращ", "верну", "болугун берди", "получ", "перечисл", "отдал",
        "paid", "recovered", "returned", "received", "акчасын алды", "толоду", "толонду", "кайтар",
    ])

    static func tells(_ text: String) -> Bool {
        let folded = Words.fold(text)
        guard !folded.contains("не ") && !folded.contains("not ") else { return false }
        return stems.matches(folded)
    }
}
