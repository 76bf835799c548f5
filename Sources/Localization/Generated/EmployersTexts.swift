// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `employers`.
public struct EmployersTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1659 + offset) }

    /// Employers
    public var title: String { texts.text(Self.key(0)) }

    /// Name
    public var name: String { texts.text(Self.key(1)) }

    /// Other names, one a line
    public var otherNames: String { texts.text(Self.key(2)) }

    /// Standing
    public var standing: String { texts.text(Self.key(3)) }

    /// Alleged
    public var alleged: String { texts.text(Self.key(4)) }

    /// Proven
    public var proven: String { texts.text(Self.key(5)) }

    /// Who says so
    public var source: String { texts.text(Self.key(6)) }

    /// To call something proven, name the source.
    public var sourceMissing: String { texts.text(Self.key(7)) }

    /// What is known
    public var notes: String { texts.text(Self.key(8)) }

    /// Country
    public var country: String { texts.text(Self.key(9)) }

    /// Cases
    public var cases: String { texts.text(Self.key(10)) }

    /// {count} other cases
    public func otherCases(count: Int) -> String {
        texts.plural(Self.key(11), count)
    }

    /// Role
    public var role: String { texts.text(Self.key(12)) }

    /// Hired
    public var roleHirer: String { texts.text(Self.key(13)) }

    /// Brigade leader
    public var roleBrigadier: String { texts.text(Self.key(14)) }

    /// Formal employer
    public var roleFormalEmployer: String { texts.text(Self.key(15)) }

    /// Nominal holder of the job
    public var roleNominalHolder: String { texts.text(Self.key(16)) }

    /// Subcontractor
    public var roleSubcontractor: String { texts.text(Self.key(17)) }

    /// Customer
    public var roleCustomer: String { texts.text(Self.key(18)) }

    /// Intermediary
    public var roleIntermediary: String { texts.text(Self.key(19)) }

    /// Add an employer
    public var add: String { texts.text(Self.key(20)) }

    /// Take out
    public var remove: String { texts.text(Self.key(21)) }

    /// No employers yet
    public var emptyTitle: String { texts.text(Self.key(22)) }

    /// They are added on a case's page and gather the cases of the same employer.
    public var emptyBody: String { texts.text(Self.key(23)) }
}
