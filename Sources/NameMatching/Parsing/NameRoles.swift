/// What a word is in its name.
package enum NameRole: UInt8, Sendable {
    case unknown
    case family
    case given
    case patronymic
}

/// Which word is what: forms first, then the place of a patronymic (Айбек Асанович Осмон), then order.
package struct NameRoles: Sendable {
    /// By token.
    package private(set) var roles: [NameRole]
    /// Whether forms or the patronymic's place said so; otherwise the order did, which is right three times in four.
    package private(set) var isCertain = false

    package init(_ name: ParsedName) {
        let tokens = name.tokens
        roles = [NameRole](repeating: .unknown, count: tokens.count)
        guard tokens.count > 1 else {
            takeOnly(tokens)
            return
        }
        takeForms(tokens)
        var open = 0
        for role in roles where role == .unknown { open += 1 }
        if open == 0 { return }
        if isCertain {
            for place in roles.indices where roles[place] == .unknown { roles[place] = .given }
        } else {
            takeOrder(tokens, open: open)
        }
    }

    private mutating func takeOnly(_ tokens: [NameToken]) {
        guard let kind = tokens.first?.kind else { return }
        if kind.isFamily { roles[0] = .family }
        if kind.isPatronymic { roles[0] = .patronymic }
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
            case .patronymicMale, .patronymicFemale: roles[place] = .patronymic
            case .surnameMale, .surnameFemale:
                roles[place] = .family
                isCertain = true
            case .son, .daughter:
                // With a surname or two other names beside it, it is the father's name only.
                let isPatronymic = hasSurname || bare > 1
                roles[place] = isPatronymic ? .patronymic : .family
                if !isPatronymic { isCertain = true }
            case .bare, .initial, .descendant, .surnameOther: break
            }
        }
    }

    /// No form tells: the word after a patronymic is the family name, else one like a surname, else the first.
    private mutating func takeOrder(_ tokens: [NameToken], open: Int) {
        var family: Int?
        if let middle = roles.firstIndex(of: .patronymic), open > 1 {
            if middle + 1 < tokens.count, roles[middle + 1] == .unknown {
                family = middle + 1
                isCertain = true
            } else if middle == 2 {
                family = 0
                isCertain = true
            }
        }
        if family == nil, open > 1 {
            family = tokens.indices.first { place in
                roles[place] == .unknown && (tokens[place].kind == .surnameOther || tokens[place].kind == .descendant)
            }
            family = family ?? tokens.indices.first { roles[$0] == .unknown && tokens[$0].kind != .initial }
        }
        for place in roles.indices where roles[place] == .unknown { roles[place] = place == family ? .family : .given }
    }
}
