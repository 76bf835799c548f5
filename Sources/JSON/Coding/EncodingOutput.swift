/// The one buffer into which a value is written. Whoever writes names the array or object that it writes into; what was
/// opened inside that since is closed first. Writing into one that is closed already is an error.
final class EncodingOutput {
    /// Where a value is written: how many arrays and objects are open around it, and its first byte.
    struct Place {
        let depth: Int
        let start: Int
    }

    private struct Frame {
        let start: Int
        let isObject: Bool
        /// Members or elements that were begun.
        var count = 0
    }

    private enum Failure {
        case outOfTurn, tooDeep
    }

    // Nobody gets at these but the functions below, none of which calls another's code while it changes them; looking
    // for overlapping accesses would take a third of the time.
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    @exclusivity(unchecked) private var frames: [Frame] = []
    /// What went wrong where nothing could be thrown.
    @exclusivity(unchecked) private var failure: Failure?

    init() {
        bytes.reserveCapacity(512)
        frames.reserveCapacity(8)
    }

    /// All that was written, once no more comes.
    func finished() throws -> [UInt8] {
        if let failure { throw Self.error(failure) }
        return bytes
    }

    private static func error(_ failure: Failure) -> EncodingError {
        EncodingError.invalidValue(
            JSONCoding.self,
            EncodingError.Context(
                codingPath: [],
                debugDescription: failure == .tooDeep ? "Nested too deep." : "A type wrote out of turn."
            )
        )
    }

    // MARK: Arrays and objects

    /// Begins an array or object at a place; one that stands there already is continued.
    func open(_ place: Place, isObject: Bool) -> Place {
        if bytes.count == place.start, frames.count == place.depth {
            if frames.count >= JSONCoding.maximumDepth { failure = failure ?? .tooDeep }
            frames.append(Frame(start: place.start, isObject: isObject))
            bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        } else if !isOpen(place) || frames[place.depth].isObject != isObject {
            failure = failure ?? .outOfTurn
        }
        return place
    }

    private func isOpen(_ place: Place) -> Bool {
        frames.count > place.depth && frames[place.depth].start == place.start
    }

    private func close(downTo depth: Int) {
        while frames.count > depth {
            fillGap()
            bytes.append(frames.removeLast().isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        }
        fillGap()
    }

    /// Who was to write a value and wrote none, wrote an empty object.
    private func fillGap() {
        guard let last = bytes.last, let frame = frames.last, frame.count > 0 else { return }
        if last == UInt8(ascii: ":") || last == UInt8(ascii: ",") || last == UInt8(ascii: "[") {
            bytes.append(contentsOf: [UInt8(ascii: "{"), UInt8(ascii: "}")])
        }
    }

    private func separate(_ place: Place) throws {
        if let failure { throw Self.error(failure) }
        guard isOpen(place) else { throw Self.error(.outOfTurn) }
        close(downTo: place.depth + 1)
        if frames[place.depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
        frames[place.depth].count += 1
    }

    /// Begins a member of an object; the value comes next.
    func key(_ name: String, in object: Place) throws {
        try separate(object)
        bytes.appendQuoted(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Begins an element of an array; the value comes next.
    func element(in array: Place) throws {
        try separate(array)
    }

    /// As ``key(_:in:)``, for what can't throw; a failure comes out at the end.
    func memberPlace(_ name: String, in object: Place) -> Place {
        do { try key(name, in: object) } catch { failure = failure ?? .outOfTurn }
        return here
    }

    /// As ``element(in:)``, for what can't throw; a failure comes out at the end.
    func elementPlace(in array: Place) -> Place {
        do { try element(in: array) } catch { failure = failure ?? .outOfTurn }
        return here
    }

    /// The elements of an array so far.
    func count(of array: Place) -> Int { isOpen(array) ? frames[array.depth].count : 0 }

    // MARK: Values, each right behind its key or comma

    /// Where the next value goes.
    var here: Place { Place(depth: frames.count, start: bytes.count) }

    /// Any value.
    func value<Value: Encodable>(_ value: Value) throws {
        let place = here
        try value.encode(to: OutputEncoder(output: self, place: place))
        close(downTo: place.depth)
        if bytes.count == place.start { bytes.append(contentsOf: [UInt8(ascii: "{"), UInt8(ascii: "}")]) }
    }

    /// Makes sure that the value of a place wasn't written yet and is due.
    func begin(_ place: Place) throws {
        if let failure { throw Self.error(failure) }
        guard bytes.count == place.start, frames.count == place.depth else { throw Self.error(.outOfTurn) }
    }

    func null() { bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C]) }

    func bool(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    func string(_ value: String) { bytes.appendQuoted(value) }

    func integer(_ value: some FixedWidthInteger) {
        bytes.appendDecimal(UInt64(value.magnitude), isNegative: value < 0)
    }

    /// As short as reads back the same.
    func double(_ value: Double) throws {
        try number(value, value.description)
    }

    /// As ``double(_:)``.
    func float(_ value: Float) throws {
        try number(Double(value), value.description)
    }

    private func number(_ value: Double, _ text: String) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value,
                EncodingError.Context(codingPath: [], debugDescription: "A number that isn't finite.")
            )
        }
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
    }
}
