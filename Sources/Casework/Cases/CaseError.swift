public import Domain

/// Why a case could not be worked on.
public enum CaseError: Error, Sendable, Hashable {
    /// There is no such case for this reader; a foreign one is answered in the same way.
    case notFound
    /// Somebody changed these fields since they were read; nothing was changed.
    case stale([CaseField])
    /// Somebody changed the entry since it was read.
    case staleEntry(current: Int64)
    /// The row does not say what the journal says.
    case tampered(CaseID)
    /// A rule stands against it.
    case refused(CaseRefusal)
}

/// The rules that a case's work runs into. The raw value is the code that programs see.
public enum CaseRefusal: String, Sendable, Hashable, CaseIterable {
    /// The reader is barred from the case because of a conflict of interest.
    case barred
    case noProblem = "problem_missing"
    case unknownProblem = "unknown_problem"
    /// `information` and `other` stand alone.
    case problemStandsAlone = "problem_stands_alone"
    case unknownPerson = "unknown_person"
    case unknownWorker = "unknown_worker"
    case alreadyClosed = "already_closed"
    case notClosed = "not_closed"
    /// Closed, reopened and transferred are not typed; they follow from acts.
    case statusNotTyped = "status_not_typed"
    /// Rule 5: no status check is recorded that is newer than the last change of the person's stay.
    case statusCheckMissing = "status_check_missing"
    /// Rule 5: the person's instruction on authorities isn't recorded, or forbids it.
    case instructionMissing = "instruction_missing"
    case instructionForbids = "instruction_forbids"
    /// Rule 8: the person lives or works at the employer's and hasn't agreed to the time.
    case employerNotAgreed = "employer_not_agreed"
    /// Rule 9: guardian, best-interest note or second person is missing.
    case guardianMissing = "guardian_missing"
    case bestInterestMissing = "best_interest_missing"
    case secondPersonMissing = "second_person_missing"
    /// Rule 11: whoever asks for money isn't who approves it.
    case samePerson = "same_person"
    case notApproved = "not_approved"
    /// Rule 11: a fee from recovered money that the story doesn't show.
    case feeHidden = "fee_hidden"
    case alreadyDone = "already_done"
    case notOpen = "not_open"
    /// Nothing, or nothing any more, that could be undone.
    case nothingToUndo = "nothing_to_undo"
    case undoTooLate = "undo_too_late"
    case undoChangedSince = "undo_changed_since"
    case emptyText = "required"
    case textTooLong = "too_long"
    case unknownEntry = "unknown_entry"
    case unknownEmployer = "unknown_employer"
    case fileMissing = "file_missing"
    case fileTooLarge = "file_too_large"
    /// A kind of file that is not taken.
    case fileTypeRefused = "file_type_refused"
    /// The name says another kind than the content.
    case fileDisguised = "file_disguised"
    /// A picture whose parts don't fit together.
    case fileDamaged = "file_damaged"
}
