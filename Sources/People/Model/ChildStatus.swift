public import Domain

/// Whether somebody is below 18.
public enum ChildStatus: String, Sendable, Hashable {
    case child, adult, unknown
}

extension PersonDetails {
    /// Whether the person is a child on a day.
    ///
    /// The latest birth date that fits what is recorded counts, so that in doubt somebody is a child; an estimate is
    /// taken a year later still. Without any date a recorded "child alone" decides.
    public func childStatus(on day: CivilDate) -> ChildStatus {
        guard let birth = identity.birth else {
            return vulnerability?.codes.contains(.childAlone) == true ? .child : .unknown
        }
        let years = day.date.year - birth.year - (identity.isBirthEstimated ? 1 : 0)
        if years != 18 { return years < 18 ? .child : .adult }
        let latest = (birth.month ?? 12, birth.day ?? 31)
        return (day.date.month ?? 1, day.date.day ?? 1) < latest ? .child : .adult
    }
}
