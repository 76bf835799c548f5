import Domain
import JSON
import Localization
import Web

/// Reads the bodies of the cases' calls; every member that is wrong or unknown is named.
struct CaseInput {
    private let body: JSONValue
    private var errors = FormErrors()

    init(_ body: JSONValue) throws(WebError) {
        guard body.members != nil else { throw .badRequest(.json) }
        self.body = body
    }

    /// The body of `POST /api/v1/cases`.
    func draft() throws(WebError) -> CaseDraft {
        var input = self
        input.refuseUnknown([
            "personId", "contactId", "problems", "persons", "summary", "situation", "risk", "countryOfStay",
            "countryOfRight", "countryOfReturn", "isCollective", "workerId",
        ])
        var members: [CaseMember] = []
        if let person = input.id("personId", PersonEntity.self) { members.append(CaseMember(person, .client)) }
        members += input.persons() ?? []
        if members.isEmpty { input.errors.add("personId", "required") { $0.request.fieldRequired } }
        let draft = CaseDraft(
            members: members,
            problems: input.problems() ?? [],
            summary: input.text("summary") ?? "",
            situation: input.text("situation") ?? "",
            countries: CaseCountries(
                right: input.country("countryOfRight"),
                stay: input.country("countryOfStay"),
                back: input.country("countryOfReturn")
            ),
            risk: input.code("risk", RiskLevel.self) ?? .normal,
            worker: input.id("workerId", UserEntity.self),
            contact: input.id("contactId", ContactEntity.self),
            isCollective: input.flag("isCollective") ?? false
        )
        guard input.errors.isEmpty else { throw .unprocessable(input.errors) }
        return draft
    }

    /// The body of `PATCH /api/v1/cases/{id}`; a member that is `null` is taken away.
    static func change(_ body: JSONValue) throws(WebError) -> CaseChange {
        var input = try CaseInput(body)
        input.refuseUnknown(Set(CaseField.allCases.map(\.rawValue)))
        func has(_ field: CaseField) -> Bool { (body.members ?? []).contains { $0.name == field.rawValue } }
        var change = CaseChange()
        change.status = input.code(CaseField.status.rawValue, CaseStatus.self)
        change.risk = input.code(CaseField.risk.rawValue, RiskLevel.self)
        if has(.worker) { change.worker = .some(input.id(CaseField.worker.rawValue, UserEntity.self)) }
        if has(.problems) { change.problems = input.problems() ?? [] }
        if has(.members) { change.members = input.persons() ?? [] }
        if has(.rightCountry) { change.rightCountry = .some(input.country(CaseField.rightCountry.rawValue)) }
        if has(.stayCountry) { change.stayCountry = .some(input.country(CaseField.stayCountry.rawValue)) }
        if has(.returnCountry) { change.returnCountry = .some(input.country(CaseField.returnCountry.rawValue)) }
        if has(.summary) { change.summary = input.text(CaseField.summary.rawValue) ?? "" }
        if has(.situation) { change.situation = input.text(CaseField.situation.rawValue) ?? "" }
        if has(.isCollective) { change.isCollective = input.flag(CaseField.isCollective.rawValue) ?? false }
        for field in [CaseField.status, .risk] where has(field) && body[field.rawValue] == nil {
            input.errors.add(field.rawValue, "required") { $0.request.fieldRequired }
        }
        guard input.errors.isEmpty else { throw .unprocessable(input.errors) }
        return change
    }

    /// The body of `POST /api/v1/cases/{id}/close`.
    static func closing(_ body: JSONValue) throws(WebError) -> CaseClosing {
        var input = try CaseInput(body)
        input.refuseUnknown(["outcome", "status", "told", "recovered", "outcomes"])
        let outcome = input.code("outcome", CaseOutcome.self)
        if outcome == nil, input.errors.isEmpty {
            input.errors.add("outcome", "required") { $0.request.fieldRequired }
        }
        let status = input.code("status", CaseStatus.self) ?? .closed
        var recovered: [Money] = []
        for item in input.list("recovered") {
            guard let currency = item["currency"]?.string.flatMap({ CurrencyCode($0) }),
                let money = Self.decimal(item["amount"]).flatMap({ Money($0, currency) })
            else {
                input.errors.add("recovered", "amount") { $0.entries.amountWrong }
                continue
            }
            recovered.append(money)
        }
        var outcomes: [ProblemCode: CaseOutcome] = [:]
        for member in body["outcomes"]?.members ?? [] {
            guard let problem = ProblemCode(rawValue: member.name),
                let outcome = member.value.string.flatMap({ CaseOutcome(rawValue: $0) })
            else {
                input.errors.add("outcomes", "unknown_code") { $0.entries.choiceWrong }
                continue
            }
            outcomes[problem] = outcome
        }
        let told = input.text("told") ?? ""
        guard input.errors.isEmpty, let outcome else { throw .unprocessable(input.errors) }
        return CaseClosing(outcome: outcome, status: status, outcomes: outcomes, told: told, recovered: recovered)
    }

    /// Amounts come as numbers or as decimal text; a number with more than two places has no exact amount.
    private static func decimal(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): return text
        case .integer(let number): return String(number)
        case .number(let number):
            let hundredths = (number * 100).rounded()
            guard number >= 0, number < 1e10, abs(hundredths - number * 100) < 1e-4 else { return nil }
            let rest = Int64(hundredths) % 100
            return "\(Int64(hundredths) / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
        default: return nil
        }
    }

    // MARK: - Members

    private mutating func refuseUnknown(_ known: Set<String>) {
        for name in body.unknownMembers(besides: known) {
            errors.add(name, "unknown_member") { $0.request.unknownMember }
        }
    }

    private mutating func text(_ name: String) -> String? {
        guard let value = body[name] else { return nil }
        guard let text = value.string else {
            errors.add(name, "wrong_type") { $0.request.wrongType }
            return nil
        }
        return text
    }

    private mutating func flag(_ name: String) -> Bool? {
        guard let value = body[name] else { return nil }
        guard let flag = value.bool else {
            errors.add(name, "wrong_type") { $0.request.wrongType }
            return nil
        }
        return flag
    }

    private mutating func id<Entity>(_ name: String, _: Entity.Type) -> Identifier<Entity>? {
        guard let text = text(name) else { return nil }
        guard let id = Identifier<Entity>(text) else {
            errors.add(name, "unknown") { $0.entries.choiceWrong }
            return nil
        }
        return id
    }

    private mutating func code<Code: RawRepresentable<String>>(_ name: String, _: Code.Type) -> Code? {
        guard let text = text(name) else { return nil }
        guard let code = Code(rawValue: text) else {
            errors.add(name, "unknown_code") { $0.entries.choiceWrong }
            return nil
        }
        return code
    }

    private mutating func country(_ name: String) -> CountryCode? {
        guard let text = text(name) else { return nil }
        guard let code = CountryCode(text) else {
            errors.add(name, "unknown_code") { $0.entries.choiceWrong }
            return nil
        }
        return code
    }

    private mutating func list(_ name: String) -> [JSONValue] {
        guard let value = body[name] else { return [] }
        guard let list = value.array else {
            errors.add(name, "wrong_type") { $0.request.wrongType }
            return []
        }
        return list
    }

    private mutating func problems() -> [ProblemCode]? {
        let codes = list("problems")
        let problems = codes.compactMap { $0.string.flatMap { ProblemCode(rawValue: $0) } }
        guard problems.count == codes.count else {
            errors.add("problems", "unknown_code") { $0.cases.refusedUnknownProblem }
            return nil
        }
        return problems
    }

    private mutating func persons() -> [CaseMember]? {
        list("persons").compactMap { item -> CaseMember? in
            guard let person = item["personId"]?.string.flatMap({ PersonID($0) }),
                let role = CaseRole(rawValue: item["role"]?.string ?? CaseRole.other.rawValue)
            else {
                errors.add("persons", "unknown_person") { $0.cases.refusedUnknownPerson }
                return nil
            }
            return CaseMember(person, role)
        }
    }
}
