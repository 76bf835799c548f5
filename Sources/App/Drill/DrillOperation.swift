/// What the crash drill does in a process of its own, to be killed at each of its writes.
public enum DrillOperation: String, CaseIterable, Sendable {
    case create
    case change
    case share
    case revoke
    case erase
    case rotate
    case invite
    /// Saves a contact with a call-back.
    case contact
    /// Opens a case.
    case openCase = "open-case"
    /// Sends a case with a live authority to another organisation.
    case refer
    /// Takes a waiting referral on.
    case accept
    /// Withdraws the authority of a referral that was taken on.
    case withdraw
    /// Takes an offered case over.
    case transfer
    /// Unites two records of one person.
    case merge
    /// Takes a uniting back.
    case undoMerge = "undo-merge"
    /// Takes the latest import back.
    case undoImport = "undo-import"
    /// Makes what `refer`, `accept`, `withdraw`, `transfer`, `merge` and `undo-merge` begin with, one of each.
    case prepareWork = "prepare-work"
    case migrate
    /// Makes the file that `migrate` brings up to date: a schema without the last two migrations.
    case prepareMigrate = "prepare-migrate"
}
