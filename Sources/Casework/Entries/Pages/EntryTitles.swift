import Localization
import Web

extension EntryKind {
    func title(_ texts: Texts) -> String {
        switch self {
        case .step: texts.entries.kindStep
        case .task: texts.entries.kindTask
        case .deadline: texts.entries.kindDeadline
        case .note: texts.entries.kindNote
        case .healthNote: texts.entries.kindHealthNote
        case .letter: texts.entries.kindLetter
        case .instruction: texts.entries.kindInstruction
        case .statusCheck: texts.entries.kindStatusCheck
        case .screening: texts.entries.kindScreening
        case .mandate: texts.entries.kindMandate
        case .aid: texts.entries.kindAid
        case .claim: texts.entries.kindClaim
        case .payment: texts.entries.kindPayment
        case .episode: texts.entries.kindEpisode
        case .attachment: texts.entries.kindAttachment
        case .childNote: texts.entries.kindChildNote
        case .closing: texts.entries.kindClosing
        case .event: texts.entries.kindEvent
        }
    }

    var icon: Icon {
        switch self {
        case .step, .task, .deadline: .check
        case .letter, .mandate, .attachment: .document
        case .claim, .payment, .aid: .figures
        case .instruction, .statusCheck, .screening, .childNote: .warning
        case .closing, .event: .clock
        case .note, .healthNote, .episode: .journal
        }
    }
}

extension EntryState {
    func title(_ texts: Texts) -> String {
        switch self {
        case .open: texts.entries.stateOpen
        case .approved: texts.entries.stateApproved
        case .refused: texts.entries.stateRefused
        case .done: texts.entries.stateDone
        case .cancelled, .undone: texts.entries.stateCancelled
        }
    }

    var badge: Badge.Kind {
        switch self {
        case .open: .due
        case .approved: .active
        case .done: .done
        case .refused, .cancelled, .undone: .neutral
        }
    }
}

extension EntryCounterpart {
    func title(_ texts: Texts) -> String {
        switch self {
        case .police: texts.entries.counterpartPolice
        case .inspectorate: texts.entries.counterpartInspectorate
        case .court: texts.entries.counterpartCourt
        case .migration: texts.entries.counterpartMigration
        case .hospital: texts.entries.counterpartHospital
        case .consulate: texts.entries.counterpartConsulate
        case .employer: texts.entries.counterpartEmployer
        case .partner: texts.entries.counterpartPartner
        case .family: texts.entries.counterpartFamily
        }
    }
}

extension PaymentRoute {
    func title(_ texts: Texts) -> String {
        switch self {
        case .cash: texts.entries.routeCash
        case .card: texts.entries.routeCard
        case .transfer: texts.entries.routeTransfer
        case .throughStaff: texts.entries.routeThroughStaff
        }
    }
}

extension StatusCheckPart.Answer {
    func title(_ texts: Texts) -> String {
        switch self {
        case .clear: texts.entries.checkClear
        case .problem: texts.entries.checkProblem
        case .unknown: texts.entries.checkUnknown
        }
    }
}

extension EmployerRole {
    func title(_ texts: Texts) -> String {
        switch self {
        case .hirer: texts.employers.roleHirer
        case .brigadier: texts.employers.roleBrigadier
        case .formalEmployer: texts.employers.roleFormalEmployer
        case .nominalHolder: texts.employers.roleNominalHolder
        case .subcontractor: texts.employers.roleSubcontractor
        case .customer: texts.employers.roleCustomer
        case .intermediary: texts.employers.roleIntermediary
        }
    }
}

extension EmployerStanding {
    func title(_ texts: Texts) -> String {
        switch self {
        case .alleged: texts.employers.alleged
        case .proven: texts.employers.proven
        }
    }
}

/// What aid is given as.
enum AidSort: String, CaseIterable {
    case ticket, food, bed, medicine, cash, other

    func title(_ texts: Texts) -> String {
        switch self {
        case .ticket: texts.entries.aidTicket
        case .food: texts.entries.aidFood
        case .bed: texts.entries.aidBed
        case .medicine: texts.entries.aidMedicine
        case .cash: texts.entries.aidCash
        case .other: texts.entries.aidOther
        }
    }
}

/// What kind of contract work was done under.
enum ContractKind: String, CaseIterable {
    case written, verbal, civil, none

    func title(_ texts: Texts) -> String {
        switch self {
        case .written: texts.entries.contractWritten
        case .verbal: texts.entries.contractVerbal
        case .civil: texts.entries.contractCivil
        case .none: texts.entries.contractNone
        }
    }
}
