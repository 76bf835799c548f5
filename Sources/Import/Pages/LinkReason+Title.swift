import Localization
import People

extension LinkReason {
    /// In the words of the reader.
    func title(_ texts: Texts) -> String {
        switch self {
        case .match(let code): match?.title(texts) ?? code.rawValue
        case .sameCaseNumber: texts.imports.reasonSameCaseNumber
        case .sameHome: texts.imports.reasonSameHome
        case .sameHostPlace: texts.imports.reasonSameHostPlace
        case .sameEmployer: texts.imports.reasonSameEmployer
        case .sameDebt: texts.imports.reasonSameDebt
        case .sameProblem: texts.imports.reasonSameProblem
        case .closeInTime: texts.imports.reasonCloseInTime
        case .refersBack: texts.imports.reasonRefersBack
        case .chosen: texts.imports.reasonChosen
        }
    }
}
