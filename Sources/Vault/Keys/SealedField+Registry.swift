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

    /// What was said in a contact: summary, advice, answers.
    public static let contactNarrative = SealedField(20, .narrative)
    /// The number or handle from which a contact came.
    public static let contactCaller = SealedField(21, .contact)
    /// A case in a sentence.
    public static let caseSummary = SealedField(22, .identity)
    /// The story of a case, and what its fields say in words.
    public static let caseNarrative = SealedField(23, .narrative)
    /// The words of a case entry: note, step, letter, instruction.
    public static let entryNarrative = SealedField(24, .narrative)
    /// A claim, payment or aid.
    public static let entryMoney = SealedField(25, .money)
    /// An entry about health.
    public static let entryHealth = SealedField(26, .health)
    /// An entry about documents and their custody.
    public static let entryDocuments = SealedField(27, .documents)
    /// An entry with addresses and places.
    public static let entryContact = SealedField(28, .contact)
    /// How a person may be reached, code word, wishes and marks.
    public static let personSafety = SealedField(29, .safeContact)
    /// Stays and detentions.
    public static let personStays = SealedField(30, .documents)
    /// Relatives, and what each may be told.
    public static let personCircle = SealedField(31, .contact)
    /// What makes a person vulnerable.
    public static let personVulnerability = SealedField(32, .health)
    /// Exact address, worksite and shelter, with purpose and end.
    public static let personPlaces = SealedField(33, .contact)
    /// Who gave an authority, in which words, and why.
    public static let authorityDetails = SealedField(34, .narrative)
    /// The words that travel with a referral.
    public static let referralNote = SealedField(35, .narrative)
    /// The handover sheet of a transfer or a shift.
    public static let handoverSheet = SealedField(36, .narrative)
    /// An employer's names.
    public static let employerName = SealedField(37, .identity)
    /// What is alleged or known of an employer.
    public static let employerNotes = SealedField(38, .narrative)
    /// What an appointment is for, and where.
    public static let appointmentBody = SealedField(39, .narrative)
    /// A row of an imported file that was not taken.
    public static let importRow = SealedField(40, .narrative)
    /// Which column of an imported list is what.
    public static let importMapping = SealedField(41, .narrative)
    /// Why a list was exported.
    public static let exportReason = SealedField(42, .narrative)
    /// Names and notes of a rota and its alarms.
    public static let rotaBody = SealedField(43, .narrative)
    /// What was written beside an attached file.
    public static let caseFileNote = SealedField(44, .narrative)
    /// What an authority asked about somebody, and what it was told.
    public static let officialRequest = SealedField(45, .narrative)
    /// What two united records held before, and which rows were moved; sealed with the hidden record's key, which nobody
    /// else ever holds.
    public static let personMerge = SealedField(46, .narrative)
    /// What a row of an imported list said of a person: names, numbers, birth.
    public static let importedPerson = SealedField(47, .identity)

    /// All of them; a test finds a number used twice.
    public static let all: [SealedField] = [
        personNames, personBirth, personPhones, personDocuments, accountEmail, accountName, accountTOTP,
        journalDetails, draftBody, personNotes, organizationNote, idempotencyBody, fileChunk, fileName,
        personSafeContact, sessionOrigin, settingValue, personSummary, personIdentity,
        contactNarrative, contactCaller, caseSummary, caseNarrative, entryNarrative,
        entryMoney, entryHealth, entryDocuments, entryContact, personSafety,
        personStays, personCircle, personVulnerability, personPlaces, authorityDetails,
        referralNote, handoverSheet, employerName, employerNotes, appointmentBody,
        importRow, importMapping, exportReason, rotaBody, caseFileNote, officialRequest, personMerge,
        importedPerson,
    ]
}
