import Access
import Database
import Domain
import Localization
import Markup
import Web

extension HotlineRoutes {
    func onCall(_ request: TenantRequest) async throws -> WebResponse {
        try await onCallPage(request, FormData(), FormErrors())
    }

    func addStep(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        var errors = FormErrors()
        let name = errors.text(form, "name", atMost: 200, isRequired: true)
        let typed = errors.text(form, "phone", atMost: 100, isRequired: true)
        let phone = PhoneNumber(typed)
        if phone == nil, !typed.isEmpty { errors.add("phone", "unreadable_phone") { $0.people.phoneUnreadable } }
        let wait = Int(form.trimmed("wait")) ?? 0
        if !(1...60).contains(wait) { errors.add("wait", "out_of_range") { $0.hotline.waitRange } }
        guard errors.isEmpty, let phone else { return try await onCallPage(request, form, errors) }
        let principal = request.principal
        try await desk.database.write(request.scope) {
            _ = try ladder.addStep(
                DutyPerson(name: name, phone: phone.e164),
                waitMinutes: wait,
                by: principal,
                on: $0
            )
        }
        return .seeOther(HotlineNews.changed.at(HotlineURL.onCall.url))
    }

    func removeStep(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(OnCallStepEntity.self)
        let principal = request.principal
        try await answering(request, nil) {
            try await desk.database.write(request.scope) { try ladder.removeStep(id, by: principal, on: $0) }
        }
        return .seeOther(HotlineNews.changed.at(HotlineURL.onCall.url))
    }

    /// The red key, also from the console, where what was typed is the reason.
    func raise(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        let reason = form.trimmedOrNil("reason") ?? form.trimmed("summary")
        let contact = ContactID(form["contact"])
        let principal = request.principal
        if let contact, form.has("startedAt") { try await keepUnfinished(request, contact, form) }
        let id = try await answering(request, nil) {
            try await desk.database.write(request.scope) {
                try ladder.raise(reason: String(reason.prefix(500)), contact: contact, by: principal, on: $0)
            }
        }
        return .seeOther(HotlineNews.alarm.at(HotlineURL.onCall.url).adding(fragment: "alarm-" + id.text))
    }

    func answerAlarm(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(AlarmEntity.self)
        let action = try await request.form()["do"]
        let principal = request.principal
        try await answering(request, nil) {
            try await desk.database.write(request.scope) { connection in
                if let answer = AlarmAnswer(rawValue: action) {
                    try ladder.answer(id, answer, by: principal, on: connection)
                } else if action == "ring" {
                    try ladder.ring(id, by: principal, on: connection)
                } else if action == "close" {
                    try ladder.close(id, by: principal, on: connection)
                }
            }
        }
        return .seeOther(HotlineURL.onCall.url.adding(fragment: "alarm-" + id.text))
    }

    private func onCallPage(
        _ request: TenantRequest,
        _ typed: FormData,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let principal = request.principal
        let (steps, alarms) = try await answering(request, nil) {
            try await desk.database.read(request.scope) { connection in
                (
                    try ladder.steps(for: principal, on: connection),
                    try ladder.alarms(for: principal, on: connection)
                )
            }
        }
        let shown = OnCallPage(
            steps: steps,
            alarms: alarms,
            typed: typed,
            errors: errors,
            mayWrite: principal.may(.contactsWrite),
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal)
        )
        return page(
            request,
            request.texts.hotline.onCall,
            hasErrors: !errors.isEmpty,
            notices: errors.isEmpty ? try request.hotlineNews() : [],
            shown.html(request.texts)
        )
    }
}
