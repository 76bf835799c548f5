import Foundation
import Synchronization

/// Offsets of time zones from UTC, remembered by the half hour because Foundation takes long to find one.
final class ZoneOffsets: Sendable {
    private struct HalfHour: Hashable {
        let zone: String
        let number: Int64
    }

    /// More half hours than a page of a list shows; beyond them everything is forgotten.
    private static let capacity = 4096
    private let known = Mutex<[HalfHour: Int]>([:])

    /// The seconds east of UTC that hold in a zone during the half hour of an instant; `nil` for an unknown zone.
    func offset(zone: String, milliseconds: Int64) -> Int? {
        let key = HalfHour(zone: zone, number: CivilTime.floorDivide(milliseconds, 1_800_000))
        if let offset = known.withLock({ $0[key] }) { return offset }
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        guard let offset = TimeZone(identifier: zone)?.secondsFromGMT(for: date) else { return nil }
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
            known[key] = offset
        }
        return offset
    }
}
