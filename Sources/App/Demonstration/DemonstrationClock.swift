import Domain
import Synchronization

/// A clock that the maker of a demonstration moves through the past, so that what the stores write is of its time.
final class DemonstrationClock: Sendable {
    private let moved = Mutex<Instant?>(nil)

    /// Moves the clock; `nil` lets it run as the world's does.
    func move(to instant: Instant?) {
        moved.withLock { $0 = instant }
    }

    /// The world's chance with this clock's time.
    var surroundings: Surroundings {
        Surroundings(
            now: { [self] in moved.withLock { $0 } ?? Surroundings.system.now() },
            randomBytes: Surroundings.system.randomBytes
        )
    }
}
