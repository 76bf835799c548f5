import Access
import Database
@_spi(TenantScopes) import Domain
import Foundation
import Import
import People
import Spreadsheets
import Vault
import Web

/// What `tirek import contacts` was asked for.
public struct ContactImportOrder: Sendable {
    public var file: String
    public var organization: String?
    public var mapping: String?
    public var isDryRun = false
    public var report: String?

    public init(file: String) {
        self.file = file
    }
}

/// How an import ended, as the last line of `--json` tells it.
public struct ContactImportResult: Sendable, Codable {
    public let taken: Int
    public let flagged: Int
    public let rejected: Int
    public let skipped: Int
    public let people: Int
    public let cases: Int
    /// Pairs of people who may be one, recorded apart.
    public let suspected: Int
    /// How many people the whole file tells of when all of them are.
    public let fewestPeople: Int
    public let seconds: Double

    public var json: String { JSONLine.encode(self) }
    public var line: String {
        """
        \(taken) contacts taken (\(flagged) to be looked at), \(rejected) rows not taken, \(skipped) passed over; \
        \(people) people, \(cases) cases; \(suspected) pairs who may be one person, so \(fewestPeople) people at least; \
        \(seconds) s
        """
    }
}

/// Imports and exports from the command line.
public enum ContactImports {
    /// Imports a file into an organization, or shows what would happen.
    ///
    /// - Throws: `OperationError` in words for whoever runs the command.
    public static func run(
        _ order: ContactImportOrder,
        _ configuration: AppConfiguration
    ) async throws -> ContactImportResult {
        guard let data = FileManager.default.contents(atPath: order.file) else {
            throw OperationError("\(order.file) can't be read.")
        }
        let mapping = try order.mapping.map { try self.mapping(at: $0) }
        return try await Maintenance.with(configuration) { installation in
            let principal = try await actor(order.organization, installation)
            let started = ContinuousClock.now
            let services = installation.importServices
            let runner = ImportRunner(services, scope: TenantScope(organization: principal.organization))
            let name = URL(fileURLWithPath: order.file).deletingPathExtension().lastPathComponent
            do {
                let reading = try await runner.read([UInt8](data), name: name, mapping: mapping, for: principal)
                // Comparing with everybody in the register costs as much as opening them all once.
                if order.isDryRun || order.report != nil { try await installation.rooms.search.fill() }
                let plan = try await runner.plan(reading, for: principal)
                if let report = order.report {
                    try write(ImportReport.rejected(reading), to: report)
                    try write(ImportReport.suspected(plan), to: suspected(beside: report))
                }
                guard !order.isDryRun else { return result(reading.counts(plan), plan, started) }
                let id = try await runner.resumable([UInt8](data), name: name, reading, by: principal)
                return result(try await runner.write(id, reading, by: principal).new, plan, started)
            } catch let error as SpreadsheetError {
                throw OperationError("\(order.file) can't be read as a table: \(error).")
            } catch ImportError.noLog {
                throw OperationError("\(order.file) has no table with dates and contacts; give --mapping.")
            } catch ImportError.badMapping {
                throw OperationError("The mapping names no sheet of \(order.file).")
            }
        }
    }

    /// The mapping that would be used for a file, as JSON to be edited and given back with `--mapping`.
    public static func mapping(for file: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw OperationError("\(file) can't be read.")
        }
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let guess = MappingGuess.guess(try SpreadsheetReader.read([UInt8](data), name: name))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(guess), as: UTF8.self)
    }

    private static func mapping(at path: String) throws -> ImportMapping {
        guard let data = FileManager.default.contents(atPath: path),
            let mapping = try? JSONDecoder().decode(ImportMapping.self, from: data)
        else { throw OperationError("\(path) is no mapping; `tirek import mapping FILE` writes one.") }
        return mapping
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            throw OperationError("\(path) can't be written.")
        }
    }

    /// `rows.csv` has `rows-suspected.csv` beside it.
    private static func suspected(beside report: String) -> String {
        let url = URL(fileURLWithPath: report)
        let name = url.deletingPathExtension().lastPathComponent + "-suspected"
        return url.deletingLastPathComponent().appending(path: name).appendingPathExtension("csv").path
    }

    private static func result(
        _ counts: ImportCounts,
        _ plan: ImportPlan,
        _ started: ContinuousClock.Instant
    ) -> ContactImportResult {
        let seconds = Double((ContinuousClock.now - started) / .milliseconds(1)) / 1000
        return ContactImportResult(
            taken: counts.taken,
            flagged: counts.flagged,
            rejected: counts.rejected,
            skipped: counts.skipped,
            people: counts.people,
            cases: counts.cases,
            suspected: plan.suspected,
            fewestPeople: plan.fewestPeople,
            seconds: (seconds * 1000).rounded() / 1000
        )
    }

    /// Who stands in the journal for the command line: the organization's manager, else whoever may import.
    private static func actor(_ organization: String?, _ installation: Installation) async throws -> Principal {
        let wanted = organization.flatMap { OrganizationID($0) }
        if let organization, wanted == nil { throw OperationError("\(organization) is no organization's id.") }
        let members = try await installation.database.read(.system) { connection in
            try connection.rows(
                """
                SELECT m.user_id, m.organization_id, m.role FROM membership m
                WHERE m.state = \(MembershipState.active.rawValue) ORDER BY m.organization_id, m.user_id
                """
            ) {
                (
                    user: try $0.id(0, UserEntity.self), organization: try $0.id(1, OrganizationEntity.self),
                    role: try $0.text(2)
                )
            }
        }
        let able = members.compactMap { member in
            Role(rawValue: member.role).map { (user: member.user, organization: member.organization, role: $0) }
        }.filter { $0.organization != .installation && $0.role.rights.allows(.recordsImport) }
        let owners = Set(able.map(\.organization))
        if wanted == nil, owners.count > 1 { throw OperationError("Give --organization ID: there are several.") }
        let chosen = able.filter { wanted == nil || $0.organization == wanted }
        guard let member = chosen.first(where: { $0.role == .manager }) ?? chosen.first else {
            throw OperationError("Nobody of the organization may import records.")
        }
        return Principal(
            user: member.user,
            organization: member.organization,
            role: member.role,
            session: installation.surroundings.newID(),
            csrfToken: "",
            dutyName: "tirek import"
        )
    }
}

extension Installation {
    /// The stores through which an import writes.
    var importServices: ImportServices {
        rooms.importServices(database: database, vault: vault, surroundings: surroundings)
    }
}

extension Rooms {
    /// The stores through which an import writes.
    func importServices(database: Database, vault: Vault, surroundings: Surroundings) -> ImportServices {
        ImportServices(
            database: database,
            vault: vault,
            content: content,
            people: people,
            contacts: contacts,
            cases: cases,
            entries: entries,
            employers: employers,
            facts: facts,
            surroundings: surroundings,
            matches: { [search] details, organization in
                search.match(details, of: organization, limit: 5).map {
                    SuspectedRecord($0.id, probability: $0.score, reasons: $0.reasons)
                }
            },
            zone: { [organizations] in organizations.zone($0) }
        )
    }
}
