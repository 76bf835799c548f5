import Access
import Database
import Domain
import Guides
import Localization
import Markup
import Web

extension CaseRoutes {
    func closeForm(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        return try await closePage(request, id, FormData(), FormErrors())
    }

    func close(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        var errors = FormErrors()
        guard let closing = closing(form, &errors) else { return try await closePage(request, id, form, errors) }
        let principal = request.principal
        do {
            try await answering(request, id) {
                try await desk.database.write(request.scope) { try cases.close(id, closing, by: principal, on: $0) }
            }
            return .seeOther(CaseNews.closed.at(CaseURL.file(id).url))
        } catch CaseError.refused(let refusal) {
            errors.add(refusal.field, refusal.rawValue) { refusal.message($0) }
            return try await closePage(request, id, form, errors)
        }
    }

    func reopen(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        let why = form.trimmed("why")
        let principal = request.principal
        do {
            try await answering(request, id) {
                try await desk.database.write(request.scope) { try cases.reopen(id, why: why, by: principal, on: $0) }
            }
            return .seeOther(CaseNews.reopened.at(CaseURL.file(id).url))
        } catch CaseError.refused(let refusal) {
            var errors = FormErrors()
            errors.add("why", refusal.rawValue) { refusal.message($0) }
            return try await closePage(request, id, form, errors)
        }
    }

    private func closing(_ form: FormData, _ errors: inout FormErrors) -> CaseClosing? {
        let outcome = CaseOutcome(rawValue: form["outcome"])
        if outcome == nil { errors.add("outcome", "required") { $0.entries.choiceWrong } }
        let status = form["status"].isEmpty ? CaseStatus.closed : CaseStatus(rawValue: form["status"])
        if status == nil { errors.add("status", "unknown_code") { $0.entries.choiceWrong } }
        let told = errors.text(form, "told", atMost: CaseStore.longestText)
        if told.isEmpty { errors.add("told", "required") { $0.cases.closeToldMissing } }
        let recovered = [MoneyFields.money(form, "", &errors)].compactMap { $0 }
        var outcomes: [ProblemCode: CaseOutcome] = [:]
        for field in form.fields where field.name.hasPrefix("outcome.") {
            let code = ProblemCode(rawValue: String(field.name.dropFirst("outcome.".count)))
            if let code, let outcome = CaseOutcome(rawValue: field.value) { outcomes[code] = outcome }
        }
        guard errors.isEmpty, let outcome, let status else { return nil }
        return CaseClosing(outcome: outcome, status: status, outcomes: outcomes, told: told, recovered: recovered)
    }

    private func closePage(
        _ request: TenantRequest,
        _ id: CaseID,
        _ form: FormData,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let opened = try await open(request, id)
        guard CasePolicy(request.principal).mayWrite(owner: opened.file.owner) else { throw WebError.notFound }
        let texts = request.texts
        let shown = ClosePage(opened: opened, form: form, errors: errors, store: cases, token: request.csrfToken)
        return page(
            request,
            texts.cases.closeTitle(number: opened.file.number),
            hasErrors: !errors.isEmpty,
            shown.html(texts)
        )
    }
}

/// Closing a case, or opening a closed one again.
struct ClosePage {
    let opened: OpenedCase
    let form: FormData
    let errors: FormErrors
    let store: CaseStore
    let token: String

    private var head: CaseHead { opened.file.head }

    func html(_ texts: Texts) -> HTML {
        let crumbs = [Breadcrumbs.Item(opened.file.number, CaseURL.file(head.id).url)]
        let summary = ErrorSummary(errors, texts).html(texts)
        guard head.status.isOpen else {
            let header = PageHeader("\(texts.cases.reopen) · \(opened.file.number)", breadcrumbs: crumbs).html(texts)
            return "\(header)\(summary)\(reopenForm(texts))"
        }
        let header = PageHeader(texts.cases.closeTitle(number: opened.file.number), breadcrumbs: crumbs).html(texts)
        let open = opened.entries.filter { $0.kind.isWork && $0.state.isOpen }.count
        let notice: HTML = open > 0 ? Notice(.warning, texts.cases.closeOpenWork(count: open)).html(texts) : ""
        return "\(header)\(summary)\(notice)\(closeForm(texts))"
    }

    private func reopenForm(_ texts: Texts) -> HTML {
        let why = TextArea(
            "why",
            label: texts.cases.reopenWhy,
            value: form["why"],
            error: errors.message(for: "why", texts),
            isRequired: true,
            rows: 3
        ).html(texts)
        return Form(
            CaseURL.reopen(head.id).url,
            token: token,
            content: "\(why)\(Button(texts.cases.reopen, style: .primary).html)"
        ).html(texts)
    }

    private func closeForm(_ texts: Texts) -> HTML {
        let outcomes = CaseOutcome.allCases.map { FieldOption($0.rawValue, $0.title(texts)) }
        let statuses = CaseStatus.allCases.filter { !$0.isOpen && $0 != .transferred }
        let perProblem = HTML.each(opened.file.problems.count > 1 ? opened.file.problems : []) { problem in
            SelectField(
                "outcome." + problem.code.rawValue,
                label: store.content.problems.name(problem.code, texts.language),
                options: outcomes,
                value: form.trimmedOrNil("outcome." + problem.code.rawValue) ?? problem.outcome?.rawValue ?? "",
                width: .medium
            ).html(texts)
        }
        let parts: [HTML] = [
            SelectField(
                "outcome",
                label: texts.cases.closeOutcome,
                options: outcomes,
                value: form["outcome"],
                error: errors.message(for: "outcome", texts),
                isRequired: true,
                width: .medium
            ).html(texts),
            perProblem,
            SelectField(
                "status",
                label: texts.cases.closeStatus,
                options: statuses.map { FieldOption($0.rawValue, $0.title(texts)) },
                value: form.trimmedOrNil("status") ?? CaseStatus.closed.rawValue,
                error: errors.message(for: "status", texts),
                width: .medium
            ).html(texts),
            TextArea(
                "told",
                label: texts.cases.closeTold,
                value: form["told"],
                hint: texts.cases.closeToldHint,
                error: errors.message(for: "told", texts) ?? errors.message(for: "text", texts),
                isRequired: true,
                rows: 4
            ).html(texts),
            MoneyFields.html(
                "",
                legend: texts.cases.closeRecovered,
                amount: form["amount"],
                currency: form["currency"],
                error: errors.message(for: "amount", texts),
                texts
            ),
            Toolbar([
                Button(texts.cases.close, .submit(), style: .primary),
                Button(texts.common.cancel, .link(CaseURL.file(head.id).url), style: .quiet),
            ]).html(texts),
        ]
        return Form(CaseURL.close(head.id).url, token: token, isGuarded: true, content: parts.joined()).html(texts)
    }
}

/// An amount with its currency; fields named `amount` and `currency`, with a prefix where a form has several.
enum MoneyFields {
    static func html(
        _ prefix: String,
        legend: String,
        amount: String,
        currency: String,
        error: String?,
        _ texts: Texts
    ) -> HTML {
        let sum = TextField(
            prefix + "amount",
            label: legend,
            value: amount,
            error: error,
            kind: .number,
            width: .short
        ).html(texts)
        let unit = SelectField(
            prefix + "currency",
            label: "\(texts.cases.currency): \(legend)",
            options: CurrencyCode.corridor.map { FieldOption($0.code, $0.code) },
            value: currency.isEmpty ? CurrencyCode.corridor.first?.code ?? "" : currency,
            width: .short
        ).html(texts)
        return "<div class=\"row-fields\">\(sum)\(unit)</div>"
    }

    /// The amount of a form: `nil` when nothing was typed.
    static func money(_ form: FormData, _ prefix: String, _ errors: inout FormErrors) -> Money? {
        guard let amount = form.trimmedOrNil(prefix + "amount") else { return nil }
        guard let currency = CurrencyCode(form[prefix + "currency"]), let money = Money(amount, currency) else {
            errors.add(prefix + "amount", "amount") { $0.entries.amountWrong }
            return nil
        }
        return money
    }
}
