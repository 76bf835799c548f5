/// Tells whether a database's roles and policies are those of this program, so that a start beside a long read need
/// not take every table's lock to make them anew.
///
/// It is kept as the comment of `schema_migration`, which only the owner of the tables can write.
enum PolicyFingerprint {
    /// Of the statements and of the login that they were run by, which is granted the roles.
    static func of(_ statements: [SQL], on connection: any Connection) throws -> String {
        let login = try connection.first("SELECT current_user::text") { try $0.text(0) } ?? ""
        // FNV-1a, 64 bits: nothing here is secret and nobody gains by a clash.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in [login] + statements.map({ $0.rendered(for: .postgres).text }) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return "policies \(String(hash, radix: 16))"
    }

    static func stored(on connection: any Connection) throws -> String? {
        try connection.first("SELECT obj_description('schema_migration'::regclass, 'pg_class')") { row in
            try row.textOrNil(0)
        } ?? nil
    }

    static func store(_ fingerprint: String, on connection: any Connection) throws {
        try connection.forEachRow("SELECT set_config('tirek.policies', \(fingerprint), true)") { _ in }
        try connection.execute(
            """
            DO $$ BEGIN
                EXECUTE format('COMMENT ON TABLE schema_migration IS %L', current_setting('tirek.policies'));
            END $$
            """
        )
    }
}
