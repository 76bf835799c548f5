import DisclosureControl
import Testing

@Suite("Small cells and what would reveal them")
struct SuppressionTests {
    private let suppression = Suppression(threshold: 5)

    @Test("A table without small cells is shown whole; zeros are no small cells")
    func nothingToHide() {
        #expect(suppression.hidden(in: CountTable(adding: [[10, 0], [7, 12]])).isEmpty)
        #expect(suppression.hidden(in: CountTable(adding: [])).isEmpty)
    }

    @Test("A small cell takes a second one with it in its row and in its column")
    func secondCells() {
        let table = CountTable(adding: [[3, 20, 30], [20, 40, 50], [60, 70, 80]])
        let hidden = suppression.hidden(in: table)
        #expect(hidden.contains(CellPosition(row: 0, column: 0)))
        #expect(!hidden.contains(CellPosition(row: 3, column: 3)))
        for line in lines(table) {
            let count = line.filter(hidden.contains).count
            #expect(count != 1, "one hidden cell in a line follows from its total")
        }
    }

    @Test("Two small cells that add up to less than the threshold get a third")
    func smallSums() {
        let table = CountTable(adding: [[1, 2, 30, 40], [50, 60, 70, 80], [51, 61, 71, 81]])
        let hidden = suppression.hidden(in: table)
        let first = (0..<4).filter { hidden.contains(CellPosition(row: 0, column: $0)) }
        #expect(first.count > 2)
    }

    @Test("No hidden cell can be worked out by elimination, in 300 random tables")
    func randomTables() {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<300 {
            let (rows, columns) = (1 + next(6), 1 + next(6))
            let counts = (0..<rows).map { _ in
                (0..<columns).map { _ in [0, 0, next(5), next(30), 10 + next(90)][next(5)] }
            }
            let table = CountTable(adding: counts)
            let hidden = suppression.hidden(in: table)
            for row in 0..<table.rowCount {
                for column in 0..<table.columnCount where (1..<5).contains(table.counts[row][column]) {
                    #expect(hidden.contains(CellPosition(row: row, column: column)))
                }
            }
            #expect(eliminated(table, hidden).isEmpty, "\(counts)")
        }
    }

    /// What an attacker finds who again and again fills the only unknown of a line.
    private func eliminated(_ table: CountTable, _ hidden: Set<CellPosition>) -> Set<CellPosition> {
        // With every cell hidden there is nothing to begin with.
        var unknown = hidden
        var isChanged = true
        while isChanged {
            isChanged = false
            for line in lines(table) {
                let left = line.filter(unknown.contains)
                if left.count == 1 {
                    unknown.remove(left[0])
                    isChanged = true
                }
            }
        }
        return hidden.subtracting(unknown)
    }

    private func lines(_ table: CountTable) -> [[CellPosition]] {
        let rows = (0..<table.rowCount).map { row in
            (0..<table.columnCount).map { CellPosition(row: row, column: $0) }
        }
        let columns = (0..<table.columnCount).map { column in
            (0..<table.rowCount).map { CellPosition(row: $0, column: column) }
        }
        return rows + columns
    }
}
