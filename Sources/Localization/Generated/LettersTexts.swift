// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `letters`.
public struct LettersTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1359 + offset) }

    /// Letters
    public var title: String { texts.text(Self.key(0)) }

    /// Write a letter
    public var write: String { texts.text(Self.key(1)) }

    /// Letter to a partner outside
    public var writeTitle: String { texts.text(Self.key(2)) }

    /// No letters yet.
    public var none: String { texts.text(Self.key(3)) }

    /// To what kind of place
    public var addressee: String { texts.text(Self.key(4)) }

    /// Police
    public var addresseePolice: String { texts.text(Self.key(5)) }

    /// Labour inspectorate
    public var addresseeInspectorate: String { texts.text(Self.key(6)) }

    /// Court
    public var addresseeCourt: String { texts.text(Self.key(7)) }

    /// Migration office
    public var addresseeMigration: String { texts.text(Self.key(8)) }

    /// Hospital
    public var addresseeHospital: String { texts.text(Self.key(9)) }

    /// Consulate
    public var addresseeConsulate: String { texts.text(Self.key(10)) }

    /// Employer
    public var addresseeEmployer: String { texts.text(Self.key(11)) }

    /// Partner
    public var addresseePartner: String { texts.text(Self.key(12)) }

    /// Family
    public var addresseeFamily: String { texts.text(Self.key(13)) }

    /// Name of the addressee
    public var recipient: String { texts.text(Self.key(14)) }

    /// Subject
    public var subject: String { texts.text(Self.key(15)) }

    /// Text
    public var text: String { texts.text(Self.key(16)) }

    /// No phone and no address of the person.
    public var textHint: String { texts.text(Self.key(17)) }

    /// Contact with this addressee may endanger the person: neutral sender
    public var mayEndanger: String { texts.text(Self.key(18)) }

    /// Keep and print
    public var save: String { texts.text(Self.key(19)) }

    /// Advice office
    public var neutralSender: String { texts.text(Self.key(20)) }

    /// A phone or address of the person stands in the letter. Take it out.
    public var problemContact: String { texts.text(Self.key(21)) }

    /// This is too long.
    public var problemTooLong: String { texts.text(Self.key(22)) }

    /// Check stay, register, warrant and ban first, and record it.
    public var problemStatusCheck: String { texts.text(Self.key(23)) }

    /// Record first what the person wants and forbids.
    public var problemInstructionMissing: String { texts.text(Self.key(24)) }

    /// The person forbade this.
    public var problemInstructionForbids: String { texts.text(Self.key(25)) }

    /// The person lives or works at the employer's: agree on the time first.
    public var problemEmployerNotAgreed: String { texts.text(Self.key(26)) }
}
