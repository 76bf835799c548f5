/// What a word is in its name.
package enum NameRole: UInt8, Sendable {
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
        let tokens = name.tokens
        count = min(tokens.count, 16)
        guard tokens.count > 1 else {
            takeOnly(tokens)
            return
        }
        takeForms(tokens)
        var open = 0
        for place in 0..<count where self[place] == .unknown { open += 1 }
        if open == 0 { return }
        if isCertain {
            for place in 0..<count where self[place] == .unknown { self[place] = .given }
        } else {
            takeOrder(tokens, open: open)
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

    private mutating func takeOnly(_ tokens: [NameToken]) {
        guard let kind = tokens.first?.kind else { return }
        if kind.isFamily { self[0] = .family }
        if kind.isPatronymic { self[0] = .patronymic }
    }

    private mutating func takeForms(_ tokens: [NameToken]) {
        var bare = 0
        var hasSurname = false
        for token in tokens {
            if token.kind == .surnameMale || token.kind == .surnameFemale { hasSurname = true }
            if !token.kind.isFamily && !token.kind.isPatronymic { bare += 1 }
        }
        for (place, token) in tokens.enumerated() {
            switch token.kind {
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
    private mutating func takeOrder(_ tokens: [NameToken], open: Int) {
        var family: Int?
        if open > 1, let middle = (0..<count).first(where: { self[$0] == .patronymic }) {
            if middle + 1 < tokens.count, self[middle + 1] == .unknown {
                family = middle + 1
                isCertain = true
            } else if middle == 2 {
                family = 0
                isCertain = true
            }
        }
        if family == nil, open > 1 {
            family = tokens.indices.first { place in
                self[place] == .unknown && (tokens[place].kind == .surnameOther || tokens[place].kind == .descendant)
            }
            family = family ?? tokens.indices.first { self[$0] == .unknown && tokens[$0].kind != .initial }
        }
        for place in 0..<count where self[place] == .unknown { self[place] = place == family ? .family : .given }
    }
}
