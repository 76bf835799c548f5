/// At most so many items in the value itself: a name has few words, and reading one takes nothing from the heap, so that
/// parsed names are plain bits that can be copied and left on the stack.
package struct FewItems<let most: Int, Item: Sendable & BitwiseCopyable>: Sendable {
    private var items: InlineArray<most, Item>
    package private(set) var count = 0

    /// Nothing yet. `filler` is what the free places hold and nobody sees.
    package init(filler: Item) { items = InlineArray(repeating: filler) }

    package var isFull: Bool { count == most }

    /// Adds an item; one too many is left out.
    @inline(__always)
    package mutating func append(_ item: Item) {
        guard count < most else { return }
        items[count] = item
        count &+= 1
    }

    /// Takes out the item at `place`.
    package mutating func remove(at place: Int) {
        guard indices.contains(place) else { return }
        for next in (place + 1)..<count { items[next - 1] = items[next] }
        count -= 1
    }
}

extension FewItems: RandomAccessCollection, MutableCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(place: Int) -> Item {
        @inline(__always) get {
            precondition(place < count)
            return items[place]
        }
        @inline(__always) set {
            precondition(place < count)
            items[place] = newValue
        }
    }
}

extension FewItems: Equatable where Item: Equatable {
    package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}
