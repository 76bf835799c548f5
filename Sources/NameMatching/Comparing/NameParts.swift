/// What an alignment says of the family name, the given name and the patronymic.
struct NameParts {
    struct Part {
        /// Hundredths: similarity times form; -1 when it could not be compared, 0 when it disagrees.
        var grade = -1
        /// The stem on the left, for its frequency.
        var stem = Stem()
        var isInitial = false
    }

    private(set) var family = Part()
    private(set) var given = Part()
    private(set) var patronymic = Part()
    private(set) var reasons: Set<MatchReason> = []

    init(_ alignment: NameAlignment, _ left: PreparedName, _ right: PreparedName) {
        var (rows, columns): (UInt32, UInt32) = (0, 0)
        for pair in alignment.pairs {
            rows |= 1 << UInt32(pair.left)
            columns |= 1 << UInt32(pair.right)
            take(pair, left.words[pair.left], right.words[pair.right])
        }
        let (open, other) = (Self.open(left, rows), Self.open(right, columns))
        missing(open, other)
        if isKinship(left, right) { reasons.insert(.perhapsParentAndChild) }
    }

    private mutating func take(_ pair: NameAlignment.Pair, _ left: PreparedName.Word, _ right: PreparedName.Word) {
        let isInitial = left.kind == .initial || right.kind == .initial
        let grade = pair.value / 255
        let part = Part(grade: grade, stem: max(left.stem, right.stem), isInitial: isInitial)
        let isNickname = pair.similarity == NicknameTable.mark && left.stem != right.stem
        if isInitial { reasons.insert(.initialOnly) }
        switch (left.role, right.role) {
        case (.patronymic, .patronymic):
            patronymic = part
            reasons.insert(pair.similarity == 255 ? .samePatronymic : .similarPatronymic)
        case (.family, _) where family.grade < 0, (_, .family) where family.grade < 0:
            family = part
            if isInitial { return }
            reasons.insert(
                pair.similarity < 255 ? .similarFamilyName : pair.form < 97 ? .familyNameOtherForm : .sameFamilyName
            )
            if left.role == .given || right.role == .given { reasons.insert(.swappedNameOrder) }
        default:
            if given.grade < grade { given = part }
            if isInitial { return }
            reasons.insert(pair.similarity == 255 ? .sameGivenName : isNickname ? .nickname : .similarGivenName)
        }
    }

    private static func open(_ name: PreparedName, _ met: UInt32) -> [NameRole] {
        name.words.enumerated().filter { $0.offset >= 32 || met >> UInt32($0.offset) & 1 == 0 }.map(\.element.role)
    }

    /// Parts that both names have and that found no partner disagree.
    private mutating func missing(_ left: [NameRole], _ right: [NameRole]) {
        if left.contains(.patronymic), right.contains(.patronymic), patronymic.grade < 0 {
            patronymic.grade = 0
            reasons.insert(.otherPatronymic)
        }
        let (mine, others) = (left.filter { $0 != .patronymic }, right.filter { $0 != .patronymic })
        guard !mine.isEmpty, !others.isEmpty else { return }
        if given.grade < 0 {
            given.grade = 0
            reasons.insert(.otherGivenName)
        }
        if family.grade < 0, mine.contains(.family) || others.contains(.family) {
            family.grade = 0
            reasons.insert(.otherFamilyName)
        }
    }

    /// X uulu Y beside Y uulu Z: one's given name is the other's father's.
    private func isKinship(_ left: PreparedName, _ right: PreparedName) -> Bool {
        func givenIsFather(_ child: PreparedName, _ parent: PreparedName) -> Bool {
            child.words.contains { word in
                let isFather = word.role == .patronymic || word.kind == .son || word.kind == .daughter
                return isFather
                    && parent.words.contains { $0.role == .given && $0.stem == word.stem && $0.kind == .bare }
            }
        }
        guard given.grade <= 50 else { return false }
        return givenIsFather(left, right) || givenIsFather(right, left)
    }
}
