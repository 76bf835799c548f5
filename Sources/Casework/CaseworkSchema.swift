public import Database

/// The tables of casework: what a case is, and what passes between organisations about it.
public enum CaseworkSchema {
    public static let part = SchemaPart(
        migrations: CaseSchema.migrations + SharingSchema.migrations + OfficialRequestSchema.migrations,
        tables: CaseSchema.tables + SharingSchema.tables + OfficialRequestSchema.tables
    )
}
