public import Domain

/// Why something could not be sealed, opened, shared or destroyed. No case carries a secret or a sealed value.
public enum VaultError: Error, Sendable, Hashable {
    /// The organisation has no key, or the organisation that asks holds none for the record: it was never shared with
    /// it, the sharing has ended, or the record was erased.
    case missingKey
    /// The value was changed, or belongs to another record, field, organisation, key version or grant.
    case forged
    /// The first byte names a format that this version of the program doesn't know.
    case unknownFormat(UInt8)
    /// The value was sealed with another version of the record's key than the one at hand.
    case otherKeyVersion(sealed: UInt32, held: UInt32)
    /// The key at hand doesn't cover the field's group.
    case groupNotHeld(FieldGroup)
    /// The keys in the database are wrapped by another root secret than the one that the program was started with.
    case wrongRoot
    /// The record is shared with that organisation already; extend or revoke that grant.
    case alreadyShared(GrantID)
    /// Only the record's owner can share it, and not with itself.
    case notOwner
    /// There is no such grant of this owner, or it has ended.
    case noLiveGrant
    /// A record or an organisation has keys already.
    case alreadyKeyed
    /// A secret has the wrong length or a call makes no sense: an error in the program or in the rows.
    case malformed(String)
    /// A file has more bytes than it may.
    case tooLarge(limit: Int64)
    /// A file's chunks are missing, in another order, or fewer than there were.
    case incompleteFile
}
