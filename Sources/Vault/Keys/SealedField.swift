public import Domain

/// What a sealed value is: a number that is bound into the value, and the group whose key seals it.
///
/// The number is never the name of a table or column, so that renaming one breaks nothing; it is never changed and
/// never used again for something else. All of them stand in `SealedField+Registry.swift`.
public struct SealedField: Sendable, Hashable {
    public let number: UInt32
    public let group: FieldGroup

    init(_ number: UInt32, _ group: FieldGroup) {
        self.number = number
        self.group = group
    }
}
