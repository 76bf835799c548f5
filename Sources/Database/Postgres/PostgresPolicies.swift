/// PostgreSQL's roles, rights and row-level security, made from the tables' descriptions; the second lock behind the
/// stores' own conditions.
///
/// - `tirek_app` serves requests: it owns nothing and sees the rows of the organisation in `tirek.organization`.
///   Without that setting it sees none.
/// - `tirek_system` is for followers, verification, backup and re-keying: it sees every row.
///
/// The login is a member of both and takes one on at the start of each transaction. Row security is forced, so the
/// owner of the tables is held to it as well. (Before version 16 a login that was not made `NOINHERIT` has the rights
/// of `tirek_system` without taking it on; stores never run like that.)
package enum PostgresPolicies {
    /// The statements, which may be run again at any time; in this order, in one transaction, by the tables' owner.
    package static func statements(for tables: [TableDescription]) -> [SQL] {
        [roles] + tables.flatMap(statements(for:))
    }

    private static func statements(for table: TableDescription) -> [SQL] {
        guard let name = SQL(checkedName: table.name) else { return [] }
        let fixed: [SQL] = [
            "REVOKE ALL ON \(name) FROM PUBLIC, tirek_app, tirek_system",
            table.isAppendOnly
                ? "GRANT SELECT, INSERT ON \(name) TO tirek_app"
                : "GRANT SELECT, INSERT, UPDATE, DELETE ON \(name) TO tirek_app",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON \(name) TO tirek_system",
            "ALTER TABLE \(name) ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE \(name) FORCE ROW LEVEL SECURITY",
        ]
        return fixed + replace("tirek_system_all", on: name, "TO tirek_system USING (true) WITH CHECK (true)")
            + ownerPolicy(of: table, name) + appPolicies(of: table, name)
    }

    /// The migrator reads and writes its own list as the owner; no other table opens to the owner.
    private static func ownerPolicy(of table: TableDescription, _ name: SQL) -> [SQL] {
        guard table.name == "schema_migration" else { return [] }
        return replace("tirek_owner_all", on: name, "TO CURRENT_USER USING (true) WITH CHECK (true)")
    }

    private static func appPolicies(of table: TableDescription, _ name: SQL) -> [SQL] {
        guard let conditions = Conditions(table.tenancy, table: name) else { return [] }
        let (seen, own, changed) = (conditions.seen, conditions.own, conditions.changed)
        return replace("tirek_app_select", on: name, "FOR SELECT TO tirek_app USING (\(seen))")
            + replace("tirek_app_insert", on: name, "FOR INSERT TO tirek_app WITH CHECK (\(own))")
            + replace(
                "tirek_app_update",
                on: name,
                "FOR UPDATE TO tirek_app USING (\(changed)) WITH CHECK (\(changed))"
            )
            + replace("tirek_app_delete", on: name, "FOR DELETE TO tirek_app USING (\(own))")
    }

    private static func replace(_ policy: StaticString, on table: SQL, _ rule: SQL) -> [SQL] {
        guard let policy = SQL(checkedName: policy.description) else { return [] }
        return [
            "DROP POLICY IF EXISTS \(policy) ON \(table)",
            "CREATE POLICY \(policy) ON \(table) \(rule)",
        ]
    }

    /// Which rows the program's role sees and which it may add, change and remove.
    private struct Conditions {
        let seen: SQL
        let own: SQL
        let changed: SQL

        /// `nil` when the description names a column that can be none: without policies the table stays shut.
        init?(_ tenancy: TableDescription.Tenancy, table: SQL) {
            switch tenancy {
            case .organization(let column):
                guard let column = SQL(checkedName: column) else { return nil }
                own = "\(column) = \(organization)"
                seen = own
            case .shared(let column):
                guard let column = SQL(checkedName: column) else { return nil }
                own = "\(column) = \(organization) OR \(isInstallation)"
                seen = own
            case .granted(let column, let record):
                guard let column = SQL(checkedName: column), let record = SQL(checkedName: record) else { return nil }
                own = "\(column) = \(organization)"
                seen = "\(own) OR \(granted(table + "." + record))"
            case .between(let owner, let recipient):
                guard let owner = SQL(checkedName: owner), let recipient = SQL(checkedName: recipient) else {
                    return nil
                }
                own = "\(owner) = \(organization)"
                seen = "\(own) OR \(recipient) = \(organization)"
            case .joint(let owner, let partner):
                guard let owner = SQL(checkedName: owner), let partner = SQL(checkedName: partner) else { return nil }
                own = "\(owner) = \(organization)"
                seen = "\(own) OR \(partner) = \(organization)"
            case .published(let column):
                guard let column = SQL(checkedName: column) else { return nil }
                own = "\(column) = \(organization) OR \(isInstallation)"
                seen = "\(organization) <> ''"
            case .installation:
                own = isInstallation
                seen = own
            case .open:
                own = "true"
                seen = own
            }
            if case .joint = tenancy { changed = seen } else { changed = own }
        }
    }

    // In a sub-select, the setting is read once a statement instead of once a row.
    private static let organization: SQL = "(SELECT current_setting('tirek.organization', true))"

    // The id of the installation's pseudo-organisation, OrganizationID.installation.
    private static let isInstallation: SQL = "\(organization) = '00000000-0000-0000-0000-000000000001'"

    private static func granted(_ record: SQL) -> SQL {
        """
        EXISTS (
            SELECT 1 FROM record_grant g
            WHERE g.record_id = \(record) AND g.recipient_organization_id = \(organization)
                AND g.revoked_at IS NULL AND g.starts_at <= \(now) AND g.expires_at > \(now)
        )
        """
    }

    private static let now: SQL = "(SELECT NULLIF(current_setting('tirek.now', true), '')::bigint)"

    /// Makes the two roles if they are missing and lets the login take them on.
    ///
    /// Roles belong to the whole server: another database of the same server may make them at the same moment, which
    /// shows as one of three errors. From version 16 on, being a member and the right to take the role on are apart.
    private static let roles: SQL = """
        DO $$
        DECLARE
            is_16 boolean := current_setting('server_version_num')::int >= 160000;
            needed text := CASE WHEN is_16 THEN 'SET' ELSE 'MEMBER' END;
            terms text := CASE WHEN is_16 THEN ' WITH INHERIT FALSE, SET TRUE' ELSE '' END;
            role_name text;
        BEGIN
            FOREACH role_name IN ARRAY ARRAY['tirek_app', 'tirek_system'] LOOP
                FOR attempt IN 1..20 LOOP
                    BEGIN
                        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
                            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
                        END IF;
                        IF NOT pg_has_role(current_user, role_name, needed) THEN
                            EXECUTE format('GRANT %I TO CURRENT_USER%s', role_name, terms);
                        END IF;
                        EXIT;
                    EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
                        IF attempt = 20 THEN RAISE; END IF;
                        PERFORM pg_sleep(0.05);
                    END;
                END LOOP;
            END LOOP;
        END $$
        """
}
