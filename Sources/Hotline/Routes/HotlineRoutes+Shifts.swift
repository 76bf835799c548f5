import Access
import Database
import Domain
import Localization
import Web

extension HotlineRoutes {
    // MARK: - Handover

    func handover(_ request: TenantRequest) async throws -> WebResponse {
        try await handoverPage(request, "", FormErrors())
    }

    func writeNote(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        var errors = FormErrors()
        let text = errors.text(form, "text", atMost: ShiftNoteStore.longest, isRequired: true)
        guard errors.isEmpty else { return try await handoverPage(request, form["text"], errors) }
        let principal = request.principal
        try await desk.database.write(request.scope) { _ = try notes.write(text, by: principal, on: $0) }
        return .seeOther(HotlineNews.noted.at(HotlineURL.handover.url))
    }

    func readNote(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ShiftNoteEntity.self)
        let principal = request.principal
        try await desk.database.write(request.scope) { try notes.read(id, by: principal, on: $0) }
        return .seeOther(HotlineURL.handover.url)
    }

    private func handoverPage(_ request: TenantRequest, _ typed: String, _ errors: FormErrors) async throws
        -> WebResponse
    {
        let principal = request.principal
        let found = try await answering(request, nil) {
            try await desk.database.read(request.scope) { try notes.list(for: principal, on: $0) }
        }
        let names = try await ports.staffNames(
            Set(found.flatMap { [$0.writtenBy, $0.readBy].compactMap { $0 } }),
            principal
        )
        let shown = HandoverPage(
            notes: found,
            names: names,
            typed: typed,
            errors: errors,
            user: principal.user,
            mayWrite: principal.may(.contactsWrite),
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal)
        )
        return page(
            request,
            request.texts.hotline.handover,
            hasErrors: !errors.isEmpty,
            notices: errors.isEmpty ? try request.hotlineNews() : [],
            shown.html(request.texts)
        )
    }

    // MARK: - Rota

    func rota(_ request: TenantRequest) async throws -> WebResponse {
        try await rotaPage(request, FormData(), FormErrors())
    }

    func addHours(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        var errors = FormErrors()
        let name = errors.text(form, "name", atMost: 200, isRequired: true)
        let phone = errors.text(form, "phone", atMost: 100)
        let day = CivilDate(iso: form.trimmed("day"))
        if day == nil { errors.add("day", "impossible_date") { $0.hotline.dayMissing } }
        let from = ClockTime.minutes(form["from"])
        if from == nil { errors.add("from", "impossible_time") { $0.hotline.timeUnreadable } }
        var until = ClockTime.minutes(form["until"])
        if until == nil { errors.add("until", "impossible_time") { $0.hotline.timeUnreadable } }
        let zone = form["zone"]
        if !ZoneOptions.has(zone, usual: desk.zone(request.principal)) {
            errors.add("zone", "unknown_code") { $0.hotline.codeUnknown }
        }
        // A duty that ends before it begins ends on the next day.
        if let begin = from, let end = until, end <= begin { until = end + 1440 }
        guard errors.isEmpty, let day, let from, let until else { return try await rotaPage(request, form, errors) }
        let duty = DutyHours(day: day, fromMinute: from, untilMinute: until, zone: zone)
        let principal = request.principal
        let isOnCall = form.has("onCall")
        try await desk.database.write(request.scope) {
            _ = try hours.add(duty, DutyPerson(name: name, phone: phone), isOnCall: isOnCall, by: principal, on: $0)
        }
        return .seeOther(HotlineNews.changed.at(HotlineURL.rota.url))
    }

    func removeHours(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(RotaEntryEntity.self)
        let principal = request.principal
        try await answering(request, nil) {
            try await desk.database.write(request.scope) { try hours.remove(id, by: principal, on: $0) }
        }
        return .seeOther(HotlineNews.changed.at(HotlineURL.rota.url))
    }

    private func rotaPage(_ request: TenantRequest, _ typed: FormData, _ errors: FormErrors) async throws -> WebResponse
    {
        let principal = request.principal
        let now = request.now
        let entries = try await answering(request, nil) {
            try await desk.database.read(request.scope) { try hours.list(endingAfter: now, for: principal, on: $0) }
        }
        let shown = RotaPage(
            entries: entries,
            typed: typed,
            errors: errors,
            mayWrite: principal.may(.contactsWrite),
            token: request.csrfToken,
            now: now,
            zone: desk.zone(principal)
        )
        return page(
            request,
            request.texts.hotline.rota,
            hasErrors: !errors.isEmpty,
            notices: errors.isEmpty ? try request.hotlineNews() : [],
            shown.html(request.texts)
        )
    }

    // MARK: - Marked numbers

    func numbers(_ request: TenantRequest) async throws -> WebResponse {
        try await numbersPage(request, FormData(), FormErrors())
    }

    func markNumber(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        var errors = FormErrors()
        let typed = errors.text(form, "number", atMost: 100, isRequired: true)
        let note = errors.text(form, "note", atMost: 2000)
        let days = Int64(form.trimmed("days")) ?? 0
        if !(1...NumberMarks.longestDays).contains(days) {
            errors.add("days", "out_of_range") {
                $0.hotline.markDaysRange(days: $0.formats.number(Int(NumberMarks.longestDays)))
            }
        }
        guard errors.isEmpty, let reason = NumberMarkReason(rawValue: form["reason"]) else {
            return try await numbersPage(request, form, errors)
        }
        let number = PhoneNumber(typed)?.e164 ?? typed
        let principal = request.principal
        try await desk.database.write(request.scope) {
            _ = try marks.mark(number, reason, days: days, note: note, by: principal, on: $0)
        }
        return .seeOther(HotlineNews.marked.at(HotlineURL.numbers.url))
    }

    func endMark(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(NumberMarkEntity.self)
        let principal = request.principal
        try await answering(request, nil) {
            try await desk.database.write(request.scope) { try marks.end(id, by: principal, on: $0) }
        }
        return .seeOther(HotlineNews.changed.at(HotlineURL.numbers.url))
    }

    private func numbersPage(
        _ request: TenantRequest,
        _ typed: FormData,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let principal = request.principal
        let found = try await answering(request, nil) {
            try await desk.database.read(request.scope) { try marks.list(for: principal, on: $0) }
        }
        let shown = NumbersPage(
            marks: found,
            names: try await ports.staffNames(Set(found.map(\.madeBy)), principal),
            typed: typed,
            errors: errors,
            mayWrite: principal.may(.contactsWrite),
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal)
        )
        return page(
            request,
            request.texts.hotline.numbers,
            hasErrors: !errors.isEmpty,
            notices: errors.isEmpty ? try request.hotlineNews() : [],
            shown.html(request.texts)
        )
    }
}
