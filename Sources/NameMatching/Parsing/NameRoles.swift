/// What a word is in its name.
package enum NameRole: UInt8, Sendable, BitwiseCopyable {
    case unknown
    case family
    case given
    case patronymic
}

/// Which word is what: forms first, then the place of a patronymic (Айбек Асанович Осмон), then order.
package struct NameRoles: Sendable {
    /// Two bits a token, since a name is judged in a microsecond and an array takes a tenth of it.
    private var bits: UInt32 = 0
    private let count: Int
    /// Whether forms or the patronymic's place said so; otherwise the order did, which is right three times in four.
    package private(set) var isCertain = false

    package init(_ name: ParsedName) {
        count = min(name.tokens.count, 16)
        guard count > 1 else {
            takeOnly(name)
            return
        }
        takeForms(name)
        var open = 0
        for place in 0..<count where self[place] == .unknown { open += 1 }
        if open == 0 { return }
        if isCertain {
            for place in 0..<count where self[place] == .unknown { self[place] = .given }
        } else {
            takeOrder(name, open: open)
        }
    }

    /// By token.
    package private(set) subscript(place: Int) -> NameRole {
        get { place < count ? NameRole(rawValue: UInt8(bits >> UInt32(2 * place) & 3)) ?? .unknown : .unknown }
        set {
            guard place < count else { return }
            bits = bits & ~(3 << UInt32(2 * place)) | UInt32(newValue.rawValue) << UInt32(2 * place)
        }
    }

    private mutating func takeOnly(_ name: ParsedName) {
        guard let kind = name.tokens.first?.kind else { return }
        if kind.isFamily { self[0] = .family }
        if kind.isPatronymic { self[0] = .patronymic }
    }

    private mutating func takeForms(_ name: ParsedName) {
        var bare = 0
        var hasSurname = false
        for place in 0..<count {
            let kind = name.tokens[place].kind
            if kind == .surnameMale || kind == .surnameFemale { hasSurname = true }
            if !kind.isFamily && !kind.isPatronymic { bare += 1 }
        }
        for place in 0..<count {
            switch name.tokens[place].kind {
            case .patronymicMale, .patronymicFemale: self[place] = .patronymic
            case .surnameMale, .surnameFemale:
                self[place] = .family
                isCertain = true
            case .son, .daughter:
                // With a surname or two other names beside it, it is the father's name only.
                let isPatronymic = hasSurname || bare > 1
                self[place] = isPatronymic ? .patronymic : .family
                if !isPatronymic { isCertain = true }
            case .bare, .initial, .descendant, .surnameOther: break
            }
        }
    }

    /// No form tells: the word after a patronymic is the family name, else one like a surname, else the first.
    private mutating func takeOrder(_ name: ParsedName, open: Int) {
        var family: Int?
        if open > 1, let middle = (0..<count).first(where: { self[$0] == .patronymic }) {
            if middle + 1 < count, self[middle + 1] == .unknown {
                family = middle + 1
                isCertain = true
            } else if middle == 2 {
                family = 0
                isCertain = true
            }
        }
        if family == nil, open > 1 {
            // From the last, so that the first of each sort stays.
            var surname: Int?
            for place in (0..<count).reversed() where self[place] == .unknown {
                let kind = name.tokens[place].kind
                if kind != .initial { family = place }
                if kind == .surnameOther || kind == .descendant { surname = place }
            }
            family = surname ?? family
        }
        for place in 0..<count where self[place] == .unknown { self[place] = place == family ? .family : .given }
    }
}
