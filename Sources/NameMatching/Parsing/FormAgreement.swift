/// How far the forms and places of two words let them be one word of one name, in hundredths.
package enum FormAgreement {
    /// A word with its part, and whether that part is certain.
    package struct Form: Sendable {
        package var kind: TokenKind
        package var role: NameRole
        package var isCertain: Bool

        package init(_ kind: TokenKind, _ role: NameRole, certain: Bool) {
            self.kind = kind
            self.role = role
            isCertain = certain
        }
    }

    package static func percent(_ left: Form, _ right: Form) -> UInt8 {
        if left.kind == .initial || right.kind == .initial { return initial(left, right) }
        let (one, other) = (left.kind.gender, right.kind.gender)
        let conflict = one != .unknown && other != .unknown && one != other
        let value: Int
        switch (group(left.kind), group(right.kind)) {
        case (.family, .family): value = form(left.kind) == form(right.kind) ? 100 : 93
        case (.family, .bare): value = right.role == .given ? (right.isCertain ? 60 : 84) : 92
        case (.bare, .family): value = left.role == .given ? (left.isCertain ? 60 : 74) : 92
        case (.bare, .bare): value = bare(left, right)
        case (.patronymic, .patronymic): value = 100
        case (.patronymic, .family): value = isSon(right.kind) ? 88 : 56
        case (.family, .patronymic): value = isSon(left.kind) ? 84 : 50
        case (.patronymic, .bare): value = 50
        case (.bare, .patronymic): value = left.role == .given ? 42 : 56
        }
        return UInt8(conflict ? value * 7 / 10 : value)
    }

    /// For a word that is only begun: its form is not known yet, its place is all there is.
    package static func percentOfBeginning(_ left: Form, _ right: Form) -> UInt8 {
        if right.kind == .initial { return 44 }
        switch (left.role, right.role) {
        case (_, .patronymic): return 45
        case (.family, .family): return right.isCertain ? 100 : 95
        case (.given, .given): return right.isCertain ? 100 : 95
        case (.family, .given): return right.isCertain ? 62 : 84
        case (.given, .family): return right.isCertain ? 50 : 84
        default: return 98
        }
    }

    private static func bare(_ left: Form, _ right: Form) -> Int {
        let adjective = left.kind == right.kind ? 0 : 5
        if left.role == right.role || left.role == .unknown || right.role == .unknown { return 100 - adjective }
        return (left.isCertain && right.isCertain ? 70 : left.isCertain || right.isCertain ? 90 : 96) - adjective
    }

    private enum Group { case family, bare, patronymic }

    private static func group(_ kind: TokenKind) -> Group {
        switch kind {
        case .patronymicMale, .patronymicFemale: .patronymic
        case .bare, .initial, .surnameOther: .bare
        default: .family
        }
    }

    private static func isSon(_ kind: TokenKind) -> Bool { kind == .son || kind == .daughter }

    private static func form(_ kind: TokenKind) -> Int {
        switch kind {
        case .surnameMale, .surnameFemale: 1
        case .son, .daughter: 2
        default: 3
        }
    }

    /// What an initial is worth beside a given name of its letter.
    static let initialOfName: UInt8 = 96

    /// An initial agrees with a given name of its letter, hardly with a family name.
    private static func initial(_ left: Form, _ right: Form) -> UInt8 {
        if left.kind == .initial && right.kind == .initial { return 100 }
        let other = left.kind == .initial ? right : left
        let value: UInt8
        switch group(other.kind) {
        case .bare: value = other.role == .family ? (other.isCertain ? 50 : 80) : initialOfName
        case .family: value = 40
        case .patronymic: value = 52
        }
        // A whole name that met only an initial in the record is much less than the name.
        return right.kind == .initial ? value / 2 : value
    }
}
