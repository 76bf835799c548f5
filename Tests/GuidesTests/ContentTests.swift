import Domain
import Foundation
import Testing

@testable import Guides

@Suite("The content's problems, services and screening")
struct ContentTests {
    /// The codes of the design, which are kept in records and never change.
    static let codes = """
        residence_registration work_permission employment_contract unpaid_wages unpaid_overtime unequal_pay dismissal
        working_conditions work_accident documents_withheld confinement forced_labour sexual_exploitation trafficking
        child_labour police_abuse extortion_corruption detention deportation control_register reentry_ban border_refusal
        court_case crime_victim violence_against_women violence_other discrimination hate_attack interpersonal_conflict
        health_care mental_health reproductive_health infectious_disease pregnancy_birth health_insurance
        civil_registration child_education child_protection pension social_benefits tax_deductions housing debt
        job_search recruitment_fraud forged_documents lost_documents death_repatriation missing_person citizenship
        asylum_protection military_pressure family consular_service complaint_about_helper assisted_return
        return_reintegration information other
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)

    @Test("Every code of the design has its file, and there is no other")
    func everyCode() throws {
        let problems = try TestContent.library().problems
        #expect(Set(problems.all.map(\.code.rawValue)) == Set(Self.codes))
        #expect(problems.all.count == 59)
    }

    @Test("Names are filled in all seven languages and told apart in each")
    func names() throws {
        let problems = try TestContent.library().problems
        for language in InterfaceLanguage.allCases.map(\.rawValue) {
            let names = problems.all.compactMap { $0.names[language] }
            #expect(names.count == 59, "\(language)")
            #expect(Set(names).count == 59, "\(language)")
        }
    }

    @Test("Every problem goes by enough words in every language")
    func words() throws {
        let least = ["ru": 6, "ky": 5, "en": 5, "tg": 3, "uz": 3, "ro": 3, "kk": 3]
        for problem in try TestContent.library().problems.all {
            for (language, count) in least {
                #expect((problem.words[language] ?? []).count >= count, "\(problem.code.rawValue) \(language)")
            }
        }
    }

    @Test("Every problem but a mere question has a plan and services")
    func plans() throws {
        let content = try TestContent.library()
        for problem in content.problems.all where !problem.standsAlone {
            #expect((3...9).contains(problem.plan.count), "\(problem.code.rawValue)")
            #expect(!problem.services.isEmpty)
            #expect(problem.services.allSatisfy { content.services[$0] != nil })
        }
        #expect(Set(content.problems.all.filter(\.standsAlone).map(\.code)) == [.information, .other])
    }

    @Test("What goes to police, courts, migration offices, employers carries its authority")
    func gates() throws {
        let problems = try TestContent.library().problems
        let keys = Dictionary(
            problems.all.flatMap(\.plan).map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(keys["police_report"]?.authority == .police)
        #expect(keys["claim_letter"]?.authority == .employer)
        #expect(keys["inspectorate"]?.authority == .inspectorate)
        #expect(keys["labour_court"]?.authority == .court)
        #expect(keys["register_stay"]?.authority == .migration)
        #expect(keys["return_certificate"]?.authority == .consulate)
        #expect(keys["collect_papers"]?.authority == nil)
    }

    @Test("Danger to life starts with a high risk")
    func risks() throws {
        let problems = try TestContent.library().problems
        for code in ["trafficking", "forced_labour", "confinement", "violence_against_women", "detention"] {
            #expect(problems.highestRisk([try #require(ProblemCode(rawValue: code))]) == .high, "\(code)")
        }
        let wages = try #require(ProblemCode(rawValue: "unpaid_wages"))
        let held = try #require(ProblemCode(rawValue: "documents_withheld"))
        #expect(problems.highestRisk([wages]) == .normal)
        #expect(problems.highestRisk([wages, held]) == .raised)
        #expect(problems.highestRisk([]) == .normal)
    }

    @Test("Plans of several problems are one plan by day, each step once")
    func mergedPlan() throws {
        let problems = try TestContent.library().problems
        let codes = try ["unpaid_wages", "documents_withheld"].map { try #require(ProblemCode(rawValue: $0)) }
        let plan = problems.plan(for: codes)
        #expect(Set(plan.map(\.key)).count == plan.count)
        #expect(plan.map(\.offsetDays) == plan.map(\.offsetDays).sorted())
        #expect(plan.first { $0.key == "employer_instruction" }?.offsetDays == 1)
        let services = problems.services(for: codes)
        #expect(services.prefix(2) == ["wage_claims", "legal_advice"])
        #expect(Set(services).count == services.count)
    }

    @Test("The eleven signs of forced labour and the five standing questions are there")
    func screening() throws {
        let screening = try TestContent.library().screening
        #expect(screening["trafficking"]?.questions.count == 11)
        #expect(screening.standing.questions.count == 5)
        for question in StandingQuestion.allCases { #expect(screening.question(question) != nil) }
        #expect(Set(screening.all.map(\.kind)) == Set(Screening.Kind.allCases))
    }

    @Test("A yes raises the risk; three that raise it make it high")
    func screeningRisk() throws {
        let trafficking = try #require(try TestContent.library().screening["trafficking"])
        #expect(trafficking.risk(answeredYes: []) == .normal)
        #expect(trafficking.risk(answeredYes: ["wages"]) == .raised)
        #expect(trafficking.risk(answeredYes: ["wages", "overtime"]) == .raised)
        #expect(trafficking.risk(answeredYes: ["wages", "overtime", "isolation"]) == .high)
        #expect(trafficking.risk(answeredYes: ["papers"]) == .high)
        #expect(trafficking.risk(answeredYes: ["unheard of"]) == .normal)
    }

    @Test("A missing language falls back along the chain")
    func fallback() {
        let name = LocalizedName(["en": "wages", "ru": "зарплата"])
        #expect(name.text("ky") == "зарплата")
        #expect(name.text("ro") == "wages")
        #expect(LocalizedName(["ky": "айлык"]).text("en") == "айлык")
        #expect(LocalizedName([:]).text("en").isEmpty)
    }
}
