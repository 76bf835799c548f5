public import Journal

extension LeafKind {
    /// Somebody looked at the list of exports, whose reasons are sealed.
    public static let exportsListed = LeafKind(rawValue: "exports.listed")
    public static let exportRequested = LeafKind(rawValue: "export.requested")
    public static let exportApproved = LeafKind(rawValue: "export.approved")
    public static let exportDeclined = LeafKind(rawValue: "export.declined")
    /// A list left: its kind and its count of rows are the leaf's sealed details.
    public static let recordsExported = LeafKind(rawValue: "records.exported")
}
