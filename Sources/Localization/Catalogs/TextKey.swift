/// A message's identity as an index into the tables of a ``CatalogSet``, fixed when the accessors are generated.
public struct TextKey: Hashable, Sendable {
    /// The place of the message in ``keyNames``.
    public let index: Int

    public init(index: Int) {
        self.index = index
    }
}
