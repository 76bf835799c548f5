import CLibPQ
import Database
import Domain
import Foundation

/// A database of its own on a PostgreSQL server, with a login of its own that owns it and is no superuser: a
/// superuser would pass every row-level policy.
struct PostgresTestPlace: TestPlace {
    private let administrator: String
    private let url: String
    private let name: SQL
    private let surroundings: Surroundings

    /// - Throws: `TestPlaceError` when no server is given or it refuses.
    init(administrator: String?, surroundings: Surroundings) throws {
        guard let administrator else { throw TestPlaceError(message: "TIREK_TEST_POSTGRES is not set") }
        let plain = "tirek_test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        let password = UUID().uuidString
        guard let name = SQL(checkedName: plain) else { throw TestPlaceError(message: "no name") }
        self.administrator = administrator
        self.name = name
        self.surroundings = surroundings
        url = try Self.address(administrator, user: plain, password: password, database: plain)
        let session = try AdministratorSession(administrator)
        try session.set("tirek_test.name", to: plain)
        try session.set("tirek_test.password", to: password)
        try session.run(Self.makeLogin)
        try session.run("CREATE DATABASE \(name) OWNER \(name) TEMPLATE template0 ENCODING 'UTF8'")
    }

    func open(connections: Int, patience: Duration) throws -> Database {
        Database(
            testing: try PostgresDriver(
                url: url,
                connections: connections,
                patience: patience,
                surroundings: surroundings
            )
        )
    }

    var address: String? { url }

    func remove() {
        do {
            let session = try AdministratorSession(administrator)
            try session.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
            try session.run("DROP ROLE IF EXISTS \(name)")
        } catch {}
    }

    /// Before version 16 a login that may create roles may also grant itself any of them; from then on only those
    /// that it created or was given.
    private static let makeLogin: SQL = """
        DO $$
        DECLARE
            login text := current_setting('tirek_test.name');
            role_name text;
        BEGIN
            EXECUTE format(
                'CREATE ROLE %I LOGIN CREATEROLE NOSUPERUSER PASSWORD %L',
                login, current_setting('tirek_test.password')
            );
            IF current_setting('server_version_num')::int < 160000 THEN RETURN; END IF;
            FOREACH role_name IN ARRAY ARRAY['tirek_app', 'tirek_system'] LOOP
                FOR attempt IN 1..20 LOOP
                    BEGIN
                        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
                            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
                        END IF;
                        EXECUTE format('GRANT %I TO %I WITH INHERIT FALSE, SET TRUE', role_name, login);
                        EXIT;
                    EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
                        IF attempt = 20 THEN RAISE; END IF;
                        PERFORM pg_sleep(0.05);
                    END;
                END LOOP;
            END LOOP;
        END $$
        """

    /// The administrator's connection string with another login and database.
    private static func address(
        _ administrator: String,
        user: String,
        password: String,
        database: String
    ) throws -> String {
        guard let options = PQconninfoParse(administrator, nil) else {
            throw TestPlaceError(message: "TIREK_TEST_POSTGRES is no connection string")
        }
        defer { PQconninfoFree(options) }
        var settings: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        settings["user"] = user
        settings["password"] = password
        settings["dbname"] = database
        return settings.map { key, value in
            "\(key)='\(value.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        }.joined(separator: " ")
    }
}

/// Why there is no database to test on.
struct TestPlaceError: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}

/// A connection outside any transaction, which making and dropping databases needs.
private final class AdministratorSession {
    private let handle: OpaquePointer

    init(_ address: String) throws {
        guard let handle = PQconnectdb(address) else { throw TestPlaceError(message: "no memory") }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            throw TestPlaceError(message: String(cString: PQerrorMessage(handle)))
        }
        _ = PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    deinit { PQfinish(handle) }

    func run(_ sql: SQL) throws {
        try check(PQexec(handle, sql.rendered(for: .postgres).text))
    }

    /// Keeps a text as a setting of the session, where the next statement finds it.
    func set(_ name: String, to value: String) throws {
        let result = name.withCString { name in
            value.withCString { value in
                PQexecParams(handle, "SELECT set_config($1, $2, false)", 2, nil, [name, value], nil, nil, 0)
            }
        }
        try check(result)
    }

    private func check(_ result: OpaquePointer?) throws {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
        default: throw TestPlaceError(message: String(cString: PQerrorMessage(handle)))
        }
    }
}
