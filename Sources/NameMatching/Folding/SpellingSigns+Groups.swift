extension SpellingSigns {
    /// The signs with those that groups of raw letters give.
    ///
    /// tj and sj count at the start of a word only, since they also arise between the halves of a Turkic name
    /// (Kanatjan); cz and sz only beside a w.
    static func inGroups(
        _ codes: UnsafeMutableBufferPointer<UInt8>,
        _ count: Int,
        _ known: SpellingSigns
    ) -> SpellingSigns {
        var signs = known
        // Without raw letters no rule of any spelling is asked.
        guard codes.prefix(count).contains(where: { $0 < 27 && $0 > 0 }) else { return signs }
        var (before, previous): (UInt8, UInt8) = (0, 0)
        var (hasZh, hasInnerJ, hasSibilantZ) = (false, false, false)
        // Every group ends in h, j, u or z, or has its j before its end.
        let ends: UInt32 = 1 << 8 | 1 << 10 | 1 << 21 | 1 << 26
        for place in 0..<count {
            let code = codes[place]
            guard previous == 10 || (code < 32 && ends &>> UInt32(code) & 1 == 1) else {
                before = previous
                previous = code
                continue
            }
            switch (before, previous, code) {
            case (19, 3, 8): signs.insert(.german)  // sch
            case (20, 3, 8): signs.insert(.french)  // tch
            case (_, 15, 21): signs.insert(.french)  // ou
            case (let first, 19, 10), (let first, 20, 10):  // sj, tj
                if !Code.isLetter(first) { signs.insert(.nordic) }
            case (let first, 10, let next) where isVowel(first):  // aj at the end, or inside
                if !Code.isLetter(next) { signs.insert(.gost) } else { hasInnerJ = true }
            case (_, 26, 8): hasZh = true
            case (_, 3, 26):
                signs.remove(.hasC)
                hasSibilantZ = true
            case (_, 19, 26): hasSibilantZ = true
            case (_, 3, 8): signs.remove(.hasC)  // ch says nothing of Romanian
            case (1, 14, 21) where place > 3 && codes[place - 3] == 5: signs.insert(.endsInEanu)
            default: break
            }
            before = previous
            previous = code
        }
        if hasZh && hasInnerJ { signs.insert(.gost) }
        if hasSibilantZ && signs.contains(.hasW) { signs.insert(.polish) }
        if signs.contains(.endsInEanu) && !signs.contains(.notRomanian) { signs.insert(.romanian) }
        return signs
    }

    private static func isVowel(_ code: UInt8) -> Bool {
        switch code {
        case 1, 5, 9, 15, 21, 25: true
        default: code >= 64 && Letter.isVowel(code & 31)
        }
    }
}
