import Localization

extension ImportColumn {
    func title(_ texts: Texts) -> String {
        switch self {
        case .sheetName: texts.imports.columnSheetName
        case .number: texts.imports.columnNumber
        case .date: texts.imports.columnDate
        case .time: texts.imports.columnTime
        case .staff: texts.imports.columnStaff
        case .channel: texts.imports.columnChannel
        case .direction: texts.imports.columnDirection
        case .language: texts.imports.columnLanguage
        case .name: texts.imports.columnName
        case .familyName: texts.imports.columnFamilyName
        case .givenName: texts.imports.columnGivenName
        case .patronymic: texts.imports.columnPatronymic
        case .sex: texts.imports.columnSex
        case .birth: texts.imports.columnBirth
        case .phone: texts.imports.columnPhone
        case .citizenship: texts.imports.columnCitizenship
        case .home: texts.imports.columnHome
        case .country: texts.imports.columnCountry
        case .region: texts.imports.columnRegion
        case .city: texts.imports.columnCity
        case .place: texts.imports.columnPlace
        case .work: texts.imports.columnWork
        case .documents: texts.imports.columnDocuments
        case .category: texts.imports.columnCategory
        case .description: texts.imports.columnDescription
        case .employer: texts.imports.columnEmployer
        case .amountOwed: texts.imports.columnAmountOwed
        case .actions: texts.imports.columnActions
        case .referredTo: texts.imports.columnReferredTo
        case .result: texts.imports.columnResult
        case .amountPaid: texts.imports.columnAmountPaid
        case .followUp: texts.imports.columnFollowUp
        case .children: texts.imports.columnChildren
        case .pregnant: texts.imports.columnPregnant
        case .caseNumber: texts.imports.columnCaseNumber
        case .note: texts.imports.columnNote
        case .consent: texts.imports.columnConsent
        case .heardFrom: texts.imports.columnHeardFrom
        case .urgency: texts.imports.columnUrgency
        }
    }
}
