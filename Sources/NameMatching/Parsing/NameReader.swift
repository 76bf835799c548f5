/// Reads a name in any of the scripts and spellings into its folded words.
package enum NameReader {
    /// Letters looked at; nobody's name is longer, and a text of 10,000 letters costs no more than one of these.
    static let longest = 240

    /// The name by the spelling its own signs speak for.
    package static func read(_ text: String) -> ParsedName { read(text, by: nil) }

    /// The name as `spelling` reads it, or as its signs say.
    static func read(_ text: String, by spelling: Spelling?) -> ParsedName {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 2) { codes in
            var signs: UInt16 = 0
            let count = scan(text, into: codes, &signs)
            let chosen = spelling ?? self.spelling(codes, count, SpellingSigns(rawValue: signs))
            return tokens(codes, count, chosen)
        }
    }

    /// A name with the spelling it was read by and the raw Latin letters it has (bit 1 is a).
    struct Reading {
        let name: ParsedName
        let spelling: Spelling
        let letters: UInt32
    }

    /// The name by the spelling its own signs speak for, and how that was read.
    static func reading(_ text: String) -> Reading {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 2) { codes in
            var signs: UInt16 = 0
            let count = scan(text, into: codes, &signs)
            var letters: UInt32 = 0
            for place in 0..<count where codes[place] &- 1 < 26 { letters |= 1 &<< UInt32(codes[place]) }
            let spelling = spelling(codes, count, SpellingSigns(rawValue: signs))
            return Reading(name: tokens(codes, count, spelling), spelling: spelling, letters: letters)
        }
    }

    /// One code a scalar, a separator at the end; returns how many.
    private static func scan(
        _ text: String,
        into codes: UnsafeMutableBufferPointer<UInt8>,
        _ signs: inout UInt16
    ) -> Int {
        let table = LetterCodes.shared
        var count = 0
        var found: UInt16 = 0
        var text = text
        text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count, count < longest {
                let scalar = scalar(bytes, &place)
                let (code, signs) = table.code(scalar)
                found |= signs
                take(code, scalar, into: codes, &count)
            }
        }
        codes[count] = Code.separator
        signs = found
        return count + 1
    }

    /// The scalar at `place` of valid UTF-8, which a string's own bytes are; `place` moves behind it.
    @inline(__always)
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt32 {
        let first = bytes[place]
        if first < 0x80 {
            place &+= 1
            return UInt32(first)
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0xFF &>> UInt32(truncatingIfNeeded: length &+ 1))
        for ahead in 1..<length {
            guard place &+ ahead < bytes.count else { break }
            value = value &<< 6 | UInt32(bytes[place &+ ahead] & 63)
        }
        place &+= length
        return value
    }

    @inline(__always)
    private static func take(
        _ code: UInt8,
        _ scalar: UInt32,
        into codes: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) {
        switch code {
        case Code.skip: return
        case Code.cedilla, Code.caron, Code.diaeresis:
            if count > 0 { mark(&codes[count - 1], with: code) }
        case Code.foreign:
            // Scripts that are not read: letters of their own, so that an equal spelling is still found.
            codes[count] = Code.latin + UInt8(6 + scalar % 19)
            count += 1
            if count < longest {
                codes[count] = Code.latin + UInt8(1 + (scalar / 19) % 5)
                count += 1
            }
        default:
            codes[count] = code
            count += 1
        }
    }

    /// A letter whose mark came as a scalar of its own (NFD).
    private static func mark(_ code: inout UInt8, with mark: UInt8) {
        switch (code, mark) {
        case (19, Code.cedilla), (19, Code.caron): code = Code.latin + Letter.sh
        case (3, Code.cedilla), (3, Code.caron): code = Code.latin + Letter.tch
        case (20, Code.cedilla): code = Code.latin + Letter.c
        case (26, Code.caron): code = Code.latin + Letter.j
        case (Code.cyrillic + Letter.e, Code.diaeresis): code = Code.cyrillic + Code.soft + Letter.o
        default: break
        }
    }

    private static func spelling(
        _ codes: UnsafeMutableBufferPointer<UInt8>,
        _ count: Int,
        _ signs: SpellingSigns
    ) -> Spelling {
        Spelling.detected(SpellingSigns.inGroups(codes, count, signs))
    }

    private static func tokens(
        _ codes: UnsafeMutableBufferPointer<UInt8>,
        _ count: Int,
        _ spelling: Spelling
    ) -> ParsedName {
        var name = ParsedName()
        let rules = CompiledRules.all[spelling.rawValue]
        var start = 0
        for place in 0..<count where !Code.isLetter(codes[place]) {
            if place > start, !name.tokens.isFull {
                let raw = UnsafeMutableBufferPointer(rebasing: codes[start..<place])
                append(word(codes, start, place, rules), raw, codes[place], to: &name.tokens)
            }
            start = place + 1
        }
        return name
    }

    /// The folded words alone, endings and detached forms as written.
    static func words(_ text: String) -> [Stem] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 2) { codes in
            var signs: UInt16 = 0
            let count = scan(text, into: codes, &signs)
            let rules = CompiledRules.all[spelling(codes, count, SpellingSigns(rawValue: signs)).rawValue]
            var words: [Stem] = []
            var start = 0
            for place in 0..<count where !Code.isLetter(codes[place]) {
                let stem = place > start ? word(codes, start, place, rules).stem : Stem()
                if !stem.isEmpty { words.append(stem) }
                start = place + 1
            }
            return words
        }
    }

    private static func word(
        _ codes: UnsafeMutableBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        _ rules: CompiledRules
    ) -> FoldedWord {
        var cyrillic = 0
        for place in start..<end where Code.isCyrillic(codes[place]) { cyrillic += 1 }
        var word = FoldedWord()
        if cyrillic == 0 {
            rules.fold(codes, start, end, into: &word)
        } else if 2 * cyrillic >= end - start {
            for place in start..<end {
                let code = codes[place]
                if code < 64 {
                    word.append(Homoglyphs.cyrillic[Int(code)])
                } else {
                    word.append(code & 31, isSoft: code & Code.soft != 0)
                }
            }
        } else {
            for place in start..<end where Code.isCyrillic(codes[place]) {
                codes[place] = Homoglyphs.latin(codes[place])
            }
            rules.fold(codes, start, end, into: &word)
        }
        return word
    }

    /// -ий, -iy, -ii: folded to one i, yet a sign of a surname in the form of an adjective.
    private static func endsInDoubleI(_ raw: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        func isI(_ code: UInt8) -> Bool { code == 9 || code == 25 || (code >= 64 && code & 31 == Letter.i) }
        return raw.count > 4 && isI(raw[raw.count - 1]) && isI(raw[raw.count - 2])
    }

    private static func append(
        _ word: FoldedWord,
        _ raw: UnsafeMutableBufferPointer<UInt8>,
        _ after: UInt8,
        to tokens: inout ParsedName.Tokens
    ) {
        let whole = word.stem
        guard !whole.isEmpty else { return }
        let letters = raw.count
        // Two letters or an opening i are not уул but Юл or Iul.
        let isShort = whole.count <= Endings.longestDetached && letters > (whole.count == 2 ? 2 : 1)
        if isShort, let last = tokens.indices.last, tokens[last].kind == .bare, raw[0] != 9 {
            if Endings.detachedSon.contains(whole) { return tokens[last].kind = .son }
            if Endings.detachedDaughter.contains(whole) { return tokens[last].kind = .daughter }
        }
        if letters == 1 || (whole.count == 1 && after == Code.dot) {
            let initial = whole.prefix(1)
            tokens.append(NameToken(stem: initial, whole: initial, kind: .initial, spelling: word.spelling))
            return
        }
        var (root, kind) = Endings.analyse(whole)
        if kind == .bare, endsInDoubleI(raw) { kind = .surnameOther }
        let stem = root.withoutFinalVowels
        let spelling = word.spelling.ending(root, without: stem)
        tokens.append(NameToken(stem: stem, whole: whole, kind: kind, spelling: spelling))
    }
}

/// Letters that look alike in both scripts, for words that mix them.
enum Homoglyphs {
    /// By raw Latin letter: the folded letter of the Cyrillic letter it is mistaken for, else of its own sound.
    static let cyrillic: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 64)
        for (index, letter) in "abcdefghijklmnopqrstuvwxyz".enumerated() {
            table[index + 1] = Letter.named(letter) ?? Letter.k
        }
        let looks: [(Int, UInt8)] = [
            (2, Letter.v), (3, Letter.s), (8, Letter.n), (16, Letter.r), (23, Letter.v), (24, Letter.h), (25, Letter.u),
        ]
        for (raw, letter) in looks { table[raw] = letter }
        return table
    }()

    /// A Cyrillic letter's code inside a Latin word: the raw Latin letter it looks like where sound and look differ.
    static func latin(_ code: UInt8) -> UInt8 {
        switch code & 31 {
        case Letter.s: 3
        case Letter.r: 16
        case Letter.h: 24
        case Letter.u: 25
        default: Code.latin + (code & 31)
        }
    }
}
