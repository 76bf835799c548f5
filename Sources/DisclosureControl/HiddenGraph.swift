/// Rows and columns as nodes, hidden cells as the edges between them.
struct HiddenGraph {
    private struct Edge {
        let node: Int
        let cell: CellPosition
    }

    private let neighbours: [[Edge]]

    init(_ table: CountTable, _ hidden: Set<CellPosition>) {
        var neighbours = [[Edge]](repeating: [], count: table.rowCount + table.columnCount)
        for cell in hidden.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
            let column = table.rowCount + cell.column
            neighbours[cell.row].append(Edge(node: column, cell: cell))
            neighbours[column].append(Edge(node: cell.row, cell: cell))
        }
        self.neighbours = neighbours
    }

    /// The hidden cells on no closed round: their values follow from the shown ones (Tarjan's bridges, without
    /// recursion, so that a large table can't exhaust the stack).
    var bridges: [CellPosition] {
        var order = [Int](repeating: -1, count: neighbours.count)
        var low = order
        var found: [CellPosition] = []
        var counter = 0
        for start in neighbours.indices where order[start] < 0 && !neighbours[start].isEmpty {
            var stack: [(node: Int, by: CellPosition?, next: Int)] = [(start, nil, 0)]
            order[start] = counter
            low[start] = counter
            counter += 1
            while let top = stack.last {
                if top.next < neighbours[top.node].count {
                    stack[stack.count - 1].next += 1
                    let edge = neighbours[top.node][top.next]
                    if edge.cell == top.by { continue }
                    if order[edge.node] >= 0 {
                        low[top.node] = min(low[top.node], order[edge.node])
                    } else {
                        order[edge.node] = counter
                        low[edge.node] = counter
                        counter += 1
                        stack.append((edge.node, edge.cell, 0))
                    }
                } else {
                    stack.removeLast()
                    guard let parent = stack.last, let by = top.by else { continue }
                    low[parent.node] = min(low[parent.node], low[top.node])
                    if low[top.node] > order[parent.node] { found.append(by) }
                }
            }
        }
        return found
    }
}
