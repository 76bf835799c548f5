import Domain
import Testing

@testable import Guides

@Suite("Problems recognised in the cells of a log")
struct ProblemRecognitionTests {
    @Test(
        "Labels with commas and slashes of their own are told from separators",
        arguments: [
            ("Невыплата зарплаты", "unpaid_wages"), ("невыплата з/п", "unpaid_wages"),
            ("Невыплата зарплаты / Изъятие документов", "unpaid_wages documents_withheld"),
            ("Невыплата зарплаты/Неоплата сверхурочных", "unpaid_wages unpaid_overtime"),
            ("Гражданство, РВП, ВНЖ, Запрет на въезд", "citizenship reentry_ban"),
            (
                "Утеря документов, свидетельство на возвращение + Миграционный учёт",
                "lost_documents residence_registration"
            ),
            ("1) Задержание 2) Суд, уголовное дело", "detention court_case"),
            ("Задержание\nСНВ", "detention lost_documents"),
            ("Запрет на въезд и Семья, алименты", "reentry_ban family"), ("РКЛ", "control_register"),
            ("мед.", "health_care"), ("рег-я; ТД", "residence_registration employment_contract"),
            ("Невыплата запрлаты", "unpaid_wages"), ("Ytdsgkfnf pfhgkfns", "unpaid_wages"),
            ("айлык, каттоо", "unpaid_wages residence_registration"),
            ("Wage theft", "unpaid_wages"), ("Passport confiscation", "documents_withheld"),
            ("Эмгек акынын төлөнбөшү", "unpaid_wages"), ("Не выдают паспорт", "documents_withheld"),
            ("Задолженность по заработной плате", "unpaid_wages"),
            ("забрали паспорт и не вернули", "documents_withheld"),
            ("Unpaid wages; Lost documents", "unpaid_wages lost_documents"),
            ("Консультация", "information"), ("Другое", "other"), ("Консультация, з/п", "unpaid_wages"), ("", ""),
            ("???", ""),
        ]
    )
    func cells(text: String, codes: String) throws {
        let found = try TestContent.library().problems.recognise(text)
        #expect(found.map(\.rawValue).joined(separator: " ") == codes, "\(text)")
    }

    @Test("What is not understood is said")
    func unknown() throws {
        let found = try TestContent.library().problems.recognition("з/п, бурундуки и 15, патент")
        #expect(found.codes.map(\.rawValue) == ["unpaid_wages", "work_permission"])
        #expect(found.unknown == ["бурундуки"])
    }

    @Test(
        "Notes are read by signs",
        arguments: [
            ("забрали паспорт, не отдают", "documents_withheld"),
            ("работал на стройке, не платят с мая", "unpaid_wages"),
            ("прораб исчез, пропал с деньгами", "unpaid_wages"), ("муж бьёт, идти некуда", "violence_against_women"),
            ("брат не выходит на связь с июля", "missing_person"),
            ("задержали на рейде, телефон отобрали", "detention"),
            ("иш берүүчү айлыгын төлөбөй жатат", "unpaid_wages"), ("паспортун жоготуп койгон", "lost_documents"),
            ("регистрация истекла + не платят", "residence_registration unpaid_wages"),
            ("5 мес. беременна, уволили", "pregnancy_birth"), ("вернулась после депортации", "return_reintegration"),
            ("общежитие не регистрирует, 6 мес. берем., боится родных", "residence_registration pregnancy_birth"),
            ("запрет до 2027 г., алименты на двоих детей", "reentry_ban family"),
            ("уволили ещё двоих, тоже без денег", "unpaid_wages"),
            ("фирма взяла 20 тыс за патент и пропала", "work_permission"),
            ("фирма взяла предоплату и пропала", "recruitment_fraud"),
            ("не платят, ездит по городу", "unpaid_wages"), ("развозил заказы, не заплатили", "unpaid_wages"),
            ("посредник взял деньги за патент и пропал", "recruitment_fraud"),
            ("ооруп калганда бошотуп коюшту", "dismissal"), ("соседи пишут «уезжайте»", "discrimination"),
            ("спросили, как дела", ""), ("ошиблись номером", ""), ("стало хуже", ""), ("", ""),
        ]
    )
    func notes(text: String, codes: String) throws {
        let found = try TestContent.library().problems.recognise(note: text)
        #expect(found.map(\.rawValue).joined(separator: " ") == codes, "\(text)")
    }

    @Test("A word forbidden by a sign keeps it from being found")
    func forbidden() throws {
        let sign = try #require(ProblemSign("депортац* -после"))
        let after = FoldedWord.words(of: "вернулся после депортации")
        #expect(sign.positions(in: after) == [2])
        #expect(sign.isForbidden(in: after))
        #expect(!sign.isForbidden(in: FoldedWord.words(of: "решение о депортации")))
        #expect(ProblemSign("-после") == nil)
    }

    @Test("A full stop of a short form ends no sentence")
    func sentences() {
        #expect(NoteParts.segments(of: "5 мес. беременна. уволили").count == 2)
        #expect(NoteParts.segments(of: "одно; другое / третье\nчетвёртое").count == 4)
        #expect(NoteParts.segments(of: "одно, другое").first?.count == 2)
        #expect(NoteParts.segments(of: " 12. 5 ").isEmpty)
    }
}
