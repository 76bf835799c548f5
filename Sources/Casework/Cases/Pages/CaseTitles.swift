import Domain
import Localization
import Markup
import Web

extension CaseStage {
    func title(_ texts: Texts) -> String {
        switch self {
        case .new: texts.cases.stageNew
        case .assessment: texts.cases.stageAssessment
        case .plan: texts.cases.stagePlan
        case .action: texts.cases.stageAction
        case .waiting: texts.cases.stageWaiting
        case .closing: texts.cases.stageClosing
        case .closed: texts.cases.stageClosed
        case .reopened: texts.cases.stageReopened
        }
    }
}

extension CaseField {
    func title(_ texts: Texts) -> String {
        switch self {
        case .status: texts.cases.status
        case .risk: texts.cases.risk
        case .worker: texts.cases.worker
        case .problems: texts.cases.problems
        case .members: texts.cases.people
        case .rightCountry: texts.cases.countryRight
        case .stayCountry: texts.cases.countryStay
        case .returnCountry: texts.cases.countryReturn
        case .summary: texts.cases.summary
        case .situation: texts.cases.situation
        case .isCollective: texts.cases.collective
        }
    }
}

extension CaseRefusal {
    /// The sentence that says what to do.
    func message(_ texts: Texts) -> String {
        switch self {
        case .barred: texts.cases.barredBody
        case .noProblem: texts.cases.refusedProblemMissing
        case .unknownProblem: texts.cases.refusedUnknownProblem
        case .problemStandsAlone: texts.cases.refusedProblemStandsAlone
        case .unknownPerson: texts.cases.refusedUnknownPerson
        case .unknownWorker: texts.cases.refusedUnknownWorker
        case .alreadyClosed: texts.cases.refusedAlreadyClosed
        case .notClosed: texts.cases.refusedNotClosed
        case .statusNotTyped: texts.cases.refusedStatusNotTyped
        case .statusCheckMissing: texts.cases.refusedStatusCheckMissing
        case .instructionMissing: texts.cases.refusedInstructionMissing
        case .instructionForbids: texts.cases.refusedInstructionForbids
        case .employerNotAgreed: texts.cases.refusedEmployerNotAgreed
        case .guardianMissing: texts.cases.refusedGuardianMissing
        case .bestInterestMissing: texts.cases.refusedBestInterestMissing
        case .secondPersonMissing: texts.cases.refusedSecondPersonMissing
        case .samePerson: texts.cases.refusedSamePerson
        case .notApproved: texts.cases.refusedNotApproved
        case .feeHidden: texts.cases.refusedFeeHidden
        case .alreadyDone: texts.cases.refusedAlreadyDone
        case .notOpen: texts.cases.refusedNotOpen
        case .nothingToUndo, .undoTooLate: texts.cases.refusedNothingToUndo
        case .undoChangedSince: texts.cases.refusedUndoChangedSince
        case .emptyText: texts.cases.refusedRequired
        case .textTooLong: texts.cases.refusedTooLong
        case .unknownEntry: texts.cases.refusedUnknownEntry
        case .unknownEmployer: texts.cases.refusedUnknownEmployer
        case .fileMissing: texts.cases.refusedFileMissing
        case .fileTooLarge: texts.cases.refusedFileTooLarge
        case .fileTypeRefused: texts.cases.refusedFileType
        case .fileDisguised: texts.cases.refusedFileDisguised
        case .fileDamaged: texts.cases.refusedFileDamaged
        }
    }

    /// The field of a form or of a body that it belongs to, as far as one can say.
    var field: String {
        switch self {
        case .noProblem, .unknownProblem, .problemStandsAlone: "problems"
        case .unknownPerson: "personId"
        case .unknownWorker: "workerId"
        case .feeHidden: "fee.amount"
        case .statusNotTyped, .alreadyClosed, .notClosed: "status"
        case .fileMissing, .fileTooLarge, .fileTypeRefused, .fileDisguised, .fileDamaged: "file"
        case .emptyText, .textTooLong: "text"
        case .statusCheckMissing, .instructionMissing, .instructionForbids, .employerNotAgreed: "counterpart"
        default: "act"
        }
    }
}

/// Dates and money as people write them.
enum CaseText {
    static func date(_ date: CivilDate?, _ formats: Formats, now: CivilDate? = nil) -> String {
        guard let date = date?.date else { return "" }
        return formats.date(year: date.year, month: date.month, day: date.day, relativeToYear: now?.date.year)
    }

    static func date(iso: String?, _ formats: Formats) -> String {
        guard let date = iso.flatMap({ PartialDate(iso: $0) }) else { return "" }
        return formats.date(year: date.year, month: date.month, day: date.day, relativeToYear: nil)
    }

    static func money(_ money: Money?, _ formats: Formats) -> String {
        guard let money else { return "" }
        return formats.money(minorUnits: money.hundredths, currency: money.currency.code)
    }

    static func money(_ part: EntryBody.AmountPart?, _ formats: Formats) -> String {
        money(part?.money, formats)
    }

    /// Something due: amber, red once it is past.
    static func due(_ date: CivilDate?, today: CivilDate, _ texts: Texts) -> HTML {
        guard let date else { return "" }
        let text = Self.date(date, texts.formats, now: today)
        if date < today { return Badge("\(texts.cases.overdue): \(text)", .danger).html }
        return date == today ? Badge(text, .due).html : "<span>\(text)</span>"
    }

    static func risk(_ risk: RiskLevel, _ texts: Texts) -> HTML {
        switch risk {
        case .normal: ""
        case .raised: Badge(risk.title(texts), .due).html
        case .high: Badge(risk.title(texts), .danger).html
        }
    }

    static func status(_ status: CaseStatus, _ texts: Texts) -> HTML {
        let kind: Badge.Kind =
            switch status {
            case .open, .reopened: .active
            case .waiting: .due
            case .closed: .done
            default: .neutral
            }
        return Badge(status.title(texts), kind).html
    }
}

/// What was just done, said on the page that one is led to afterwards.
enum CaseNews: String {
    case created, changed, closed, reopened, undone

    func at(_ url: URLAttribute) -> URLAttribute { url.adding(query: "done", rawValue) }

    func notice(_ texts: Texts) -> Notice {
        let text =
            switch self {
            case .created: texts.cases.doneCreated
            case .changed: texts.cases.doneChanged
            case .closed: texts.cases.doneClosed
            case .reopened: texts.cases.doneReopened
            case .undone: texts.cases.doneUndone
            }
        return Notice(.success, text, isNews: true)
    }
}

extension TenantRequest {
    /// What the page that was asked for has to say first.
    func caseNews() throws -> [Notice] {
        CaseNews(rawValue: try query()["done"]).map { [$0.notice(texts)] } ?? []
    }
}
