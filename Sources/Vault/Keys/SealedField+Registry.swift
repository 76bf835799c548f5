import Domain

/// The append-only registry. A field that is no longer written keeps its line.
extension SealedField {
    /// A person's names in every script, as one value.
    public static let personNames = SealedField(1, .identity)
    /// Date and place of birth.
    public static let personBirth = SealedField(2, .identity)
    /// Phone numbers and other ways to reach the person.
    public static let personPhones = SealedField(3, .contact)
    /// Documents with their numbers.
    public static let personDocuments = SealedField(4, .documents)
    /// The address with which a member of staff signs in.
    public static let accountEmail = SealedField(5, .contact)
    /// The name of a member of staff.
    public static let accountName = SealedField(6, .identity)
    /// The shared secret of a second factor. Accounts are never shared, so the group only keeps it apart.
    public static let accountTOTP = SealedField(7, .documents)
    /// What a journal leaf says beyond its codes.
    public static let journalDetails = SealedField(8, .narrative)
    /// The fields of a form that was not sent yet.
    public static let draftBody = SealedField(9, .narrative)
    /// Free text about a person.
    public static let personNotes = SealedField(10, .narrative)
    /// Free text about an organisation.
    public static let organizationNote = SealedField(11, .narrative)
    /// The answer kept for a repeated request.
    public static let idempotencyBody = SealedField(12, .narrative)
    /// A chunk of a file; see ``SealedFiles``.
    public static let fileChunk = SealedField(13, .files)
    /// A file's name and type.
    public static let fileName = SealedField(14, .files)
    /// How a person may be reached without danger.
    public static let personSafeContact = SealedField(15, .safeContact)
    /// What a session was opened from (device and address), shown to its user.
    public static let sessionOrigin = SealedField(16, .contact)
    /// A setting of the installation that must not be read from the disk.
    public static let settingValue = SealedField(17, .narrative)

    /// A person's name and date of birth in short, for lists.
    public static let personSummary = SealedField(18, .identity)
    /// A person's names, birth, sex and citizenship.
    public static let personIdentity = SealedField(19, .identity)

    /// All of them; a test finds a number used twice.
    public static let all: [SealedField] = [
        personNames, personBirth, personPhones, personDocuments, accountEmail, accountName, accountTOTP,
        journalDetails, draftBody, personNotes, organizationNote, idempotencyBody, fileChunk, fileName,
        personSafeContact, sessionOrigin, settingValue, personSummary, personIdentity,
    ]
}
