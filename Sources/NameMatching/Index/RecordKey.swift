/// The sixteen bytes by which the caller knows a record; the engine only compares them.
public struct RecordKey: Hashable, Sendable, Comparable, BitwiseCopyable {
    public var high: UInt64
    public var low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// For callers who number their records.
    public init(_ number: UInt64) { self.init(high: 0, low: number) }

    /// From exactly sixteen bytes, the first the highest; nil otherwise.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
        )
    }

    public var bytes: [UInt8] {
        [high, low].flatMap { half in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
        }
    }

    @inline(__always)
    public static func < (left: RecordKey, right: RecordKey) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }

    @inline(__always)
    var mixed: UInt64 { mix(high ^ mix(low)) }
}

/// From keys to record numbers by open addressing: four bytes a slot, the keys themselves stay with the records.
struct KeyTable: Sendable {
    private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)
    private var used = 0

    init(expecting records: Int) {
        var size = 1024
        while size * 2 < records * 3 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
    }

    var footprint: Int { slots.capacity * 4 }

    func find(_ key: RecordKey, in keys: [RecordKey]) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key.mixed) & mask
        while slots[slot] != 0 {
            if keys[Int(slots[slot]) - 1] == key { return Int(slots[slot]) - 1 }
            slot = (slot + 1) & mask
        }
        return nil
    }

    mutating func insert(_ number: Int, in keys: [RecordKey]) {
        if (used + 1) * 4 > slots.count * 3 {
            let old = slots
            slots = [UInt32](repeating: 0, count: old.count * 2)
            for entry in old where entry != 0 { place(entry, keys) }
        }
        place(UInt32(number + 1), keys)
        used += 1
    }

    private mutating func place(_ entry: UInt32, _ keys: [RecordKey]) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: keys[Int(entry) - 1].mixed) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    /// Takes a record out and moves what probing had pushed behind it.
    mutating func remove(_ key: RecordKey, in keys: [RecordKey]) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key.mixed) & mask
        while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
        guard slots[slot] != 0 else { return }
        slots[slot] = 0
        used -= 1
        slot = (slot + 1) & mask
        while slots[slot] != 0 {
            let entry = slots[slot]
            slots[slot] = 0
            place(entry, keys)
            slot = (slot + 1) & mask
        }
    }
}
