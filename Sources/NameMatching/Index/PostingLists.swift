/// Many growing lists of numbers in one array: a list is a chain of blocks, each twice as long as the one before up to
/// 1,024, the newest first. An entry is removed by moving the list's last one into its place.
struct PostingLists: Sendable {
    private static let largest: UInt32 = 1024

    /// Word 0 is unused so that offset 0 means "none". A block is: the offset of the one before, its length, entries.
    private(set) var pool: [UInt32] = [0]
    /// By list: the newest block, how much of it is used, how many entries the list has.
    private(set) var heads: [Head] = []
    private var free: [UInt32: UInt32] = [:]

    struct Head: Sendable {
        var block: UInt32 = 0
        var used: UInt32 = 0
        var count: UInt32 = 0
    }

    init(lists: Int = 0, entries: Int = 0) {
        heads = [Head](repeating: Head(), count: lists)
        pool.reserveCapacity(entries)
    }

    init(pool: [UInt32], heads: [Head]) {
        self.pool = pool
        self.heads = heads
    }

    var lists: Int { heads.count }

    /// Bytes held.
    var footprint: Int { pool.capacity * 4 + heads.capacity * MemoryLayout<Head>.stride + free.capacity * 12 }

    @inline(__always)
    func count(_ list: Int) -> Int { Int(heads[list].count) }

    mutating func addList() { heads.append(Head()) }

    @inline(__always)
    mutating func append(_ value: UInt32, to list: Int) {
        var head = heads[list]
        if head.block == 0 || head.used == pool[Int(head.block) + 1] {
            let length = head.block == 0 ? 2 : min(Self.largest, max(2, head.count))
            head.block = block(length, before: head.block)
            head.used = 0
        }
        pool[Int(head.block) + 2 + Int(head.used)] = value
        head.used &+= 1
        head.count &+= 1
        heads[list] = head
    }

    private mutating func block(_ length: UInt32, before: UInt32) -> UInt32 {
        if let offset = free[length], offset != 0 {
            free[length] = pool[Int(offset)]
            pool[Int(offset)] = before
            return offset
        }
        let offset = UInt32(truncatingIfNeeded: pool.count)
        pool.append(before)
        pool.append(length)
        for _ in 0..<length { pool.append(0) }
        return offset
    }

    /// Takes one entry equal to `value` out of the list.
    mutating func remove(_ value: UInt32, from list: Int) {
        var head = heads[list]
        var block = head.block
        var used = head.used
        while block != 0 {
            let first = Int(block) + 2
            if let place = pool[first..<(first + Int(used))].firstIndex(of: value) {
                let last = Int(head.block) + 1 + Int(head.used)
                pool[place] = pool[last]
                pool[last] = 0
                head.used -= 1
                head.count -= 1
                if head.used == 0 { drop(&head) }
                heads[list] = head
                return
            }
            block = pool[Int(block)]
            used = block == 0 ? 0 : pool[Int(block) + 1]
        }
    }

    private mutating func drop(_ head: inout Head) {
        let before = pool[Int(head.block)]
        let length = pool[Int(head.block) + 1]
        pool[Int(head.block)] = free[length] ?? 0
        free[length] = head.block
        head.block = before
        head.used = before == 0 ? 0 : pool[Int(before) + 1]
    }

    /// Calls `body` with every entry until it returns false.
    @inline(__always)
    func forEach(_ list: Int, _ body: (UInt32) -> Bool) {
        let head = heads[list]
        var block = Int(head.block)
        var used = Int(head.used)
        pool.withUnsafeBufferPointer { pool in
            while block != 0 {
                for place in (block &+ 2)..<(block &+ 2 &+ used) {
                    if !body(pool[place]) { return }
                }
                block = Int(pool[block])
                used = block == 0 ? 0 : Int(pool[block &+ 1])
            }
        }
    }
}
