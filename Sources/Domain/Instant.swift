/// A point on the UTC time line in whole milliseconds since 1970; for what happened, never for what was agreed.
public struct Instant: Hashable, Sendable, Comparable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// This instant moved by whole seconds, which may be negative.
    public func advanced(bySeconds seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
    }
}

/// What a program takes from the world besides its input: the time and chance.
///
/// Both come in through initialisers so that a test can fix them.
public struct Surroundings: Sendable {
    /// The present instant.
    public var now: @Sendable () -> Instant
    /// So many cryptographically random bytes.
    public var randomBytes: @Sendable (_ count: Int) -> [UInt8]

    public init(
        now: @escaping @Sendable () -> Instant,
        randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) {
        self.now = now
        self.randomBytes = randomBytes
    }

    /// A fresh UUIDv7.
    public func newID<Entity>(_: Entity.Type = Entity.self) -> Identifier<Entity> {
        Identifier(at: now(), random: randomBytes(10))
    }
}
