/// What the crash drill does in a process of its own, to be killed at each of its writes.
public enum DrillOperation: String, CaseIterable, Sendable {
    case create
    case change
    case share
    case revoke
    case erase
    case rotate
    case invite
    case migrate
    /// Makes the file that `migrate` brings up to date: a schema without the last two migrations.
    case prepareMigrate = "prepare-migrate"
}
