/// Every distinct stem in the index, numbered, to be found by itself, by a slip of it, and by its beginning.
struct StemDictionary: Sendable {
    private(set) var stems: [Stem] = []
    private(set) var firstLetters: [UInt8] = []
    /// Open addressing: 0 is free, else a stem's number plus one.
    private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)
    private(set) var keys = SortedPairs()
    /// Stem numbers in alphabetical order up to `ordered`, the newest behind in any order.
    private(set) var order: [UInt32] = []
    private var ordered = 0

    init() {}

    init(stems: [Stem], keys: SortedPairs, order: [UInt32]) {
        self.stems = stems
        self.keys = keys
        self.order = order
        ordered = order.count
        firstLetters = stems.map { $0[0] }
        rehash(stems.count * 2)
    }

    var footprint: Int {
        stems.capacity * 16 + firstLetters.capacity + slots.capacity * 4 + keys.footprint + order.capacity * 4
    }

    @inline(__always)
    func number(of stem: Stem) -> Int? {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: stem.mixed) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if stems[Int(entry) &- 1] == stem { return Int(entry) &- 1 }
            slot = (slot &+ 1) & mask
        }
    }

    /// The stem's number, given now if it is new; the second says whether it was.
    mutating func add(_ stem: Stem) -> (number: Int, isNew: Bool) {
        if let known = number(of: stem) { return (known, false) }
        let number = stems.count
        stems.append(stem)
        firstLetters.append(stem[0])
        order.append(UInt32(number))
        if 2 * stems.count > slots.count { rehash(stems.count * 4) } else { place(number) }
        StemKeys.forEach(stem) { keys.insert($0, UInt32(number)) }
        return (number, true)
    }

    var isUnsettled: Bool { keys.isUnsettled || order.count - ordered > 256 + ordered / 32 }

    mutating func settle() {
        keys.settle()
        guard ordered < order.count else { return }
        let stems = self.stems
        order.sort { stems[Int($0)] < stems[Int($1)] }
        ordered = order.count
    }

    private mutating func rehash(_ wanted: Int) {
        var size = 1024
        while size < wanted { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        for number in stems.indices { place(number) }
    }

    private mutating func place(_ number: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: stems[number].mixed) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number + 1)
    }

    /// Every stem that begins with `beginning`.
    func forEach(beginning: Stem, _ body: (Int) -> Void) {
        var low = 0
        var high = ordered
        while low < high {
            let middle = (low + high) / 2
            // The length stands in the lowest bits, so that a beginning sorts before all that continue it.
            if stems[Int(order[middle])] < beginning { low = middle + 1 } else { high = middle }
        }
        while low < ordered, stems[Int(order[low])].hasPrefix(beginning) {
            body(Int(order[low]))
            low += 1
        }
        for place in ordered..<order.count where stems[Int(order[place])].hasPrefix(beginning) {
            body(Int(order[place]))
        }
    }
}

/// The keys by which a stem and its misspellings meet: its consonants, and its consonants less one; short stems by
/// their letters less one.
enum StemKeys {
    /// Letters that are one consonant to the keys (v and f; s, z and c; ч and ш), the vowels that open a word, and
    /// nothing for the vowels inside it.
    private static let classes: [UInt8] = {
        var table = (UInt8(0)..<32).map { $0 }
        table[Int(Letter.f)] = Letter.v
        table[Int(Letter.z)] = Letter.s
        table[Int(Letter.c)] = Letter.s
        table[Int(Letter.sh)] = Letter.tch
        for vowel in Letter.a...Letter.u { table[Int(vowel)] = Letter.a }
        return table
    }()

    static func skeleton(_ stem: Stem) -> Stem {
        var skeleton = Stem()
        let classes = self.classes
        for index in 0..<stem.count {
            let letter = stem[index]
            if index == 0 || !Letter.isVowel(letter) { skeleton.append(classes[Int(letter)]) }
        }
        return skeleton
    }

    /// Calls `body` with each key once or more.
    static func forEach(_ stem: Stem, _ body: (UInt32) -> Void) {
        let skeleton = skeleton(stem)
        let count = skeleton.count
        body(hash(skeleton, 1))
        if count >= 3 {
            for index in 0..<count { body(hash(skeleton.removing(at: index), 1)) }
        }
        if count <= 3 {
            body(hash(stem, 2))
            for index in 0..<stem.count { body(hash(stem.removing(at: index), 2)) }
        }
    }

    @inline(__always)
    private static func hash(_ stem: Stem, _ salt: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: mix(stem.mixed &+ salt) &>> 32)
    }
}
