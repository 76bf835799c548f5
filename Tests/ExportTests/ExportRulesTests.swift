import Access
import Domain
import Export
import Testing

@Suite("Rules of exports")
struct ExportRulesTests {
    private static let organization: OrganizationID = Surroundings.system.newID()
    private static let manager = ExportHouse.principal(organization, .system)

    private static let typed = ExportInput(
        kind: "contacts",
        format: "csv",
        from: ExportInput.Day(year: "2026", month: "1", day: "1"),
        until: ExportInput.Day(year: "2026", month: "3", day: "31"),
        reason: "For the annual report"
    )

    private func problems(
        _ principal: Principal = manager,
        isPractice: Bool = false,
        _ change: (inout ExportInput) -> Void
    ) throws -> [ExportProblem] {
        var input = Self.typed
        change(&input)
        let today = try #require(CivilDate(iso: "2026-03-31"))
        switch ExportRules.order(input, by: principal, isPractice: isPractice, today: today) {
        case .success: return []
        case .failure(let problems): return problems.all
        }
    }

    @Test("An order that breaks no rule comes through as typed")
    func comesThrough() throws {
        let today = try #require(CivilDate(iso: "2026-03-31"))
        let order = try ExportRules.order(Self.typed, by: Self.manager, isPractice: false, today: today).get()
        #expect(order.kind == .contacts && order.format == .csv)
        #expect(order.from.iso == "2026-01-01" && order.until.iso == "2026-03-31")
        #expect(order.reason == "For the annual report")
    }

    @Test("Every mistake is told by its name")
    func tellsMistakes() throws {
        #expect(try problems { $0.kind = "people" } == [.unknownKind])
        #expect(try problems { $0.format = "pdf" } == [.unknownFormat])
        #expect(try problems { $0.from.day = "" } == [.unreadableFirstDay])
        #expect(try problems { $0.from = .init(year: "2026", month: "2", day: "30") } == [.unreadableFirstDay])
        #expect(try problems { $0.until.year = "soon" } == [.unreadableLastDay])
        #expect(try problems { $0.until.year = "2025" } == [.reversed])
        #expect(try problems { $0.until = .init(year: "2026", month: "4", day: "1") } == [.future])
        #expect(try problems { $0.reason = String(repeating: "ө", count: 9) } == [.reasonTooShort])
        #expect(try problems { $0.reason = String(repeating: "ө", count: 10) } == [])
        #expect(try problems { $0.reason = String(repeating: "ө", count: 500) } == [])
        #expect(try problems { $0.reason = String(repeating: "ө", count: 501) } == [.reasonTooLong])
    }

    @Test("Nobody takes out what they couldn't open; practice has no facts")
    func wantsRights() throws {
        for role in Role.allCases where role != .manager && role != .coordinator {
            let principal = ExportHouse.principal(Self.organization, .system, role)
            for kind in ExportKind.allCases { #expect(!ExportRules.mayExport(kind, principal)) }
            #expect(try problems(principal) { _ in } == [.missingRight])
        }
        for kind in ExportKind.allCases { #expect(ExportRules.mayExport(kind, Self.manager)) }
        #expect(try problems(isPractice: true) { $0.kind = "facts" } == [.practice])
        #expect(try problems(isPractice: true) { _ in } == [])
    }

    @Test("Above 500 rows in 24 hours two people have to agree, at a state's organization always")
    func wantsTwoPeople() {
        func needs(_ rows: Int, _ recent: Int = 0, isState: Bool = false) -> Bool {
            ExportRules.needsSecondPerson(rows: rows, recentRows: recent, isStateRecipient: isState)
        }
        #expect(!needs(500))
        #expect(needs(501))
        #expect(!needs(100, 400))
        #expect(needs(101, 400))
        #expect(needs(1, isState: true))
        let (one, two): (UserID, UserID) = (Surroundings.system.newID(), Surroundings.system.newID())
        #expect(!ExportRules.mayDecide(one, on: one))
        #expect(ExportRules.mayDecide(two, on: one))
    }
}
