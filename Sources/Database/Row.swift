public import Domain

/// One row of a result while it is being read; columns are counted from 0.
///
/// A row is valid only inside the closure that receives it. Reading a column as another type than it has throws.
public protocol Row {
    /// Whether the column holds NULL.
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) throws(DatabaseError) -> Int64
    func real(_ column: Int) throws(DatabaseError) -> Double
    func text(_ column: Int) throws(DatabaseError) -> String
    func blob(_ column: Int) throws(DatabaseError) -> [UInt8]
    /// The blob's bytes without a copy where the engine allows; valid only inside `body`.
    func withBlob<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result
    /// How many columns the row has.
    var columnCount: Int { get }
    /// The column's name in the result.
    func name(_ column: Int) -> String
}

extension Row {
    @inlinable
    public func integerOrNil(_ column: Int) throws(DatabaseError) -> Int64? {
        isNull(column) ? nil : try integer(column)
    }

    @inlinable
    public func textOrNil(_ column: Int) throws(DatabaseError) -> String? {
        isNull(column) ? nil : try text(column)
    }

    @inlinable
    public func blobOrNil(_ column: Int) throws(DatabaseError) -> [UInt8]? {
        isNull(column) ? nil : try blob(column)
    }

    @inlinable
    public func bool(_ column: Int) throws(DatabaseError) -> Bool {
        try integer(column) != 0
    }

    @inlinable
    public func instant(_ column: Int) throws(DatabaseError) -> Instant {
        Instant(milliseconds: try integer(column))
    }

    @inlinable
    public func instantOrNil(_ column: Int) throws(DatabaseError) -> Instant? {
        isNull(column) ? nil : try instant(column)
    }

    @inlinable
    public func id<Entity>(_ column: Int, _: Entity.Type = Entity.self) throws(DatabaseError) -> Identifier<Entity> {
        let text = try text(column)
        guard let id = Identifier<Entity>(text) else { throw .misuse("column \(column) holds no id") }
        return id
    }

    @inlinable
    public func idOrNil<Entity>(
        _ column: Int,
        _: Entity.Type = Entity.self
    ) throws(DatabaseError) -> Identifier<Entity>? {
        isNull(column) ? nil : try id(column, Entity.self)
    }
}
