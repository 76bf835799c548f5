/// One word of a query, ready to be met in rows: how near every stem of the index is to it, and what forms cost.
struct QueryWord {
    /// By stem number: 0 for no relation, 255 for the same stem, bit 8 where the word is only its beginning.
    private(set) var marks: [UInt16]
    /// The marked stems that lead to rows; none for an initial, which agrees with too many.
    private(set) var candidates: [Int] = []
    /// The stems of one letter that may stand for the word.
    private(set) var initials: [Int] = []
    /// By `RowWord.form`: hundredths.
    let forms: [UInt8]
    /// The same for stems that the word is only the beginning of.
    let beginningForms: [UInt8]
    /// The most that any form is worth to it, hundredths.
    let bestForm: Int
    /// What the word is worth, in sixteenths of a bit.
    private(set) var weight = 0
    /// The most that any stem of the index is worth to it.
    private(set) var bestMark = 0
    /// How many rows its candidates lead to.
    private(set) var rows = 0
    let isInitial: Bool

    private static let begun: UInt16 = 256
    /// What a beginning is worth beside the whole name: this and up to `closeness` more the less is left to type.
    private static let beginning = 212
    private static let closeness = 24
    /// The same with its last letter read as half of a pair (s of sh, z of zh).
    private static let halfPair = 190
    /// What one of the first letters takes off when the beginning's names are hardly ever written with it.
    private static let strangeness = 16
    /// A stem that was met only without the vowel that was typed behind it.
    private static let otherEnd: UInt16 = 200

    /// `variants` are the readings of one word. `isAlone` says that there is no other, so that even a letter leads.
    init(_ variants: [NameToken], role: NameRole, certain: Bool, isTyping: Bool, isAlone: Bool, in index: NameIndex) {
        marks = [UInt16](repeating: 0, count: index.dictionary.stems.count)
        let kind = variants.first?.kind ?? .bare
        isInitial = kind == .initial && !isAlone
        let own = FormAgreement.Form(isAlone && kind == .initial ? .bare : kind, role, certain: certain)
        let others = (UInt32(0)..<128).map { bits in
            let word = RowWord(bits << 24)
            return FormAgreement.Form(word.kind, word.role, certain: word.isCertain)
        }
        // Whoever typed a letter is glad of the whole name: an initial in the record is not better than it.
        let most: UInt8 = isInitial ? FormAgreement.initialOfName : 100
        forms = others.map { min(most, FormAgreement.percent(own, $0)) }
        beginningForms = others.map { FormAgreement.percentOfBeginning(own, $0) }
        bestForm = Int(max(forms.max() ?? 0, isInitial ? 0 : beginningForms.max() ?? 0))
        if isInitial {
            meetLetters(variants, index)
            weight = 4 * 16
            bestMark = 255
            return
        }
        for variant in variants { gather(variant, isTyping, index) }
        // A clerk's whole name has no need of far guesses.
        if !isTyping { candidates.removeAll { marks[$0] < 128 } }
        meetInitials(variants, index)
        weigh(index)
    }

    // MARK: initials

    /// An initial agrees with every name of its letter.
    private mutating func meetLetters(_ variants: [NameToken], _ index: NameIndex) {
        let letters = Self.firstLetters(variants)
        let typed = variants.first.map { TypedSpelling($0.spelling, of: $0.whole) }
        index.dictionary.firstLetters.withUnsafeBufferPointer { first in
            for stem in first.indices where letters &>> UInt32(first[stem]) & 1 == 1 {
                marks[stem] = 255 - UInt16(strangeness(typed, in: stem, index))
            }
        }
    }

    /// A name agrees with its initial in the record.
    private mutating func meetInitials(_ variants: [NameToken], _ index: NameIndex) {
        let letters = Self.firstLetters(variants)
        for letter in UInt8(1)...24 where letters >> UInt32(letter) & 1 == 1 {
            guard let stem = index.dictionary.number(of: Stem(letters: [letter])) else { continue }
            if marks[stem] & 255 < 255 { marks[stem] = 255 }
            initials.append(stem)
        }
    }

    private static func firstLetters(_ variants: [NameToken]) -> UInt32 {
        variants.reduce(0) { $1.stem.isEmpty ? $0 : $0 | 1 << UInt32($1.stem[0]) }
    }

    // MARK: names

    private mutating func gather(_ token: NameToken, _ isTyping: Bool, _ index: NameIndex) {
        let distance = EditDistance()
        // A slip may have left a vowel at the end that dropping it would make worse (Мансурбе for Мансурбек).
        let full = token.kind == .bare ? token.whole : token.stem
        let own = token.stem
        let (ownLetters, fullLetters) = (own.letters, full.letters)
        let typedEnd = isTyping && token.kind == .bare ? token.spelling.end : .none
        let stems = index.dictionary.stems
        StemKeys.forEach(own) { key in
            index.dictionary.keys.forEach(key) { number in
                let stem = Int(number)
                guard marks[stem] == 0 else { return }
                let other = stems[stem]
                let letters = other.letters
                if own == other, index.spellings.isStrangeEnd(typedEnd, in: stem) {
                    mark(stem, Self.otherEnd)
                } else {
                    mark(stem, UInt16(distance.similarity(own, ownLetters, other, letters)))
                }
                guard full != own else { return }
                mark(stem, UInt16(min(250, distance.similarity(full, fullLetters, other, letters))))
            }
        }
        guard isTyping, token.kind != .son, token.kind != .daughter else { return }
        begin(with: token.whole, token.spelling, Self.beginning, index)
        for letter in Self.pairs(of: token.whole) {
            let other = token.whole.prefix(token.whole.count - 1).appending(Stem(letters: [letter]))
            begin(with: other, token.spelling, Self.halfPair, index)
        }
    }

    private mutating func begin(with beginning: Stem, _ spelling: WordSpelling, _ worth: Int, _ index: NameIndex) {
        let stems = index.dictionary.stems
        let typed = TypedSpelling(spelling, of: beginning)
        index.dictionary.forEach(beginning: beginning) { stem in
            let close = Self.closeness * beginning.count / max(1, stems[stem].count)
            let value = UInt16(worth + close - strangeness(typed, in: stem, index))
            if value > marks[stem] & 255 { mark(stem, value | Self.begun) }
        }
    }

    /// What a stem loses by being written otherwise than was typed; far from as much as by another letter.
    private func strangeness(_ typed: TypedSpelling?, in stem: Int, _ index: NameIndex) -> Int {
        guard let typed else { return 0 }
        return Self.strangeness * min(2, index.spellings.strangeLetters(typed, in: stem))
    }

    /// What the last letter may yet become: s sh, z zh, k kh, t ts, c ch.
    private static func pairs(of whole: Stem) -> [UInt8] {
        guard whole.count > 1 else { return [] }
        switch whole[whole.count - 1] {
        case Letter.s: return [Letter.sh]
        case Letter.z: return [Letter.j]
        case Letter.k: return [Letter.h]
        case Letter.t: return [Letter.c, Letter.tch]
        case Letter.c: return [Letter.tch]
        case Letter.d: return [Letter.j]
        // The j of a Latin word that ends there is read as й.
        case Letter.i: return [Letter.j]
        default: return []
        }
    }

    /// The candidates, the nearest first, equally near ones in the order of the alphabet.
    func sortedCandidates(_ index: NameIndex) -> [Int] {
        let stems = index.dictionary.stems
        var keyed = candidates.map { stem in
            let letters = UInt64(truncatingIfNeeded: stems[stem].bits >> 72)
            return (key: UInt64(255 - marks[stem] & 255) << 56 | letters, stem: stem)
        }
        // Eleven letters stand in the key; a search that stops early must not depend on which of the rest came first.
        keyed.sort { $0.key != $1.key ? $0.key < $1.key : stems[$0.stem] < stems[$1.stem] }
        return keyed.map(\.stem)
    }

    private mutating func mark(_ stem: Int, _ value: UInt16) {
        guard value & 255 > marks[stem] & 255 else { return }
        if marks[stem] == 0 { candidates.append(stem) }
        marks[stem] = value
    }

    /// Rare names tell more, but not so much more that a rare slip would outweigh the rest of the name.
    private mutating func weigh(_ index: NameIndex) {
        var near = 0
        for stem in candidates {
            let count = index.postings.count(stem)
            rows += count
            bestMark = max(bestMark, Int(marks[stem] & 255))
            if marks[stem] & 255 >= 200 { near += count }
        }
        // An initial stands for at most half a name.
        if !initials.isEmpty { bestMark = max(bestMark, 128) }
        let share = Double(index.rowRecords.count + 2) / Double(near + 1)
        weight = Int(16 * (6 + min(4, max(0, BinaryLogarithm.of(share) / 4))))
    }
}

extension Stem {
    init(letters: [UInt8]) {
        self.init()
        for letter in letters { append(letter) }
    }
}

/// log2 without Foundation: the exponent and a fit of the rest good to 0.01.
enum BinaryLogarithm {
    static func of(_ value: Double) -> Double {
        guard value > 0 else { return -1074 }
        // log2(1+x) for x in 0..<1 by a polynomial that is exact at both ends.
        let x = value.significand - 1
        return Double(value.exponent) + x * (1.4425449 - x * (0.7181452 - x * (0.4575485 - x * 0.1818483)))
    }
}
