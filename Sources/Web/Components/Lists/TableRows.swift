public import Localization
public import Markup

/// Writes the rows of a table into one buffer.
public struct TableRows: Sendable {
    private var html = HTML()
    private(set) var count = 0
    private let columns: [CellTags]
    private let selection: String?
    private let texts: Texts

    /// - Parameters:
    ///   - opening: What stands before the first row, in the same buffer so that the rows need not be copied.
    ///   - columns: The columns from the start of the line.
    ///   - selection: The name of the field of chosen rows; `nil` when none can be chosen.
    ///   - texts: The reader's language.
    init(after opening: HTML, columns: [TableColumn], selection: String?, texts: Texts) {
        self.columns = columns.map { CellTags($0) }
        self.selection = selection
        self.texts = texts
        html.reserveCapacity(16_384)
        html.append(opening)
    }

    /// The opening, the rows and what stands after them.
    consuming func finished(with closing: HTML) -> HTML {
        html.append(closing)
        return html
    }

    private static let rowOpening: HTML = "<tr>"
    private static let rowClosing: HTML = "</tr>\n"

    /// One row.
    ///
    /// - Parameters:
    ///   - id: What the row sends when it is chosen.
    ///   - label: The row's name for screen readers; needed where rows can be chosen.
    ///   - cells: Writes the cells in the order of the columns; cells beyond the last column are dropped, missing ones
    ///     are empty.
    /// - Throws: what `cells` throws.
    public mutating func row<Failure: Error>(
        id: String = "",
        label: String = "",
        _ cells: (inout TableCells) throws(Failure) -> Void
    ) throws(Failure) {
        count += 1
        html.append(Self.rowOpening)
        if let selection {
            html += """
                <td class="select"><input type="checkbox" name="\(selection)" value="\(id)" \
                aria-label="\(texts.component.selectRow(name: label))"/></td>
                """
        }
        // The buffer is handed over and back by swapping, so that it is never held twice and never copied.
        var row = TableCells(columns: columns)
        swap(&html, &row.html)
        defer {
            row.finish()
            swap(&html, &row.html)
            html.append(Self.rowClosing)
        }
        try cells(&row)
    }
}

/// What stands before and after the content of a column's cells.
struct CellTags: Sendable {
    let opening: HTML
    let closing: HTML
    /// The same round text in a direction of its own.
    let textOpening: HTML
    let textClosing: HTML
    let linkOpening: HTML
    let linkClosing: HTML

    init(_ column: TableColumn) {
        let label = column.hidesTitle ? nil : column.title
        let kind = column.isNumeric ? "number" : nil
        opening =
            column.isHeading
            ? "<th scope=\"row\"\(attribute: "class", kind)>"
            : "<td\(attribute: "class", kind)\(attribute: "data-label", label)>"
        closing = column.isHeading ? "</th>" : "</td>"
        textOpening = opening + "<bdi>"
        textClosing = "</bdi>" + closing
        linkOpening = opening + "<a href=\""
        linkClosing = "</bdi></a>" + closing
    }

    static let linkMiddle: HTML = "\"><bdi>"
}

/// Writes the cells of one row.
public struct TableCells: Sendable {
    var html = HTML()
    private let columns: [CellTags]
    private var index = 0

    init(columns: [CellTags]) {
        self.columns = columns
    }

    /// A cell of markup.
    public mutating func html(_ content: HTML) {
        guard let column = next() else { return }
        html.append(columns[column].opening)
        html.append(content)
        html.append(columns[column].closing)
    }

    /// A cell of plain text, in a direction of its own.
    public mutating func text(_ content: String) {
        guard let column = next() else { return }
        html.append(columns[column].textOpening)
        html.append(text: content)
        html.append(columns[column].textClosing)
    }

    /// A cell that says when.
    public mutating func time(_ time: RelativeTime, _ texts: Texts) {
        guard let column = next() else { return }
        html.append(columns[column].opening)
        time.write(into: &html, texts)
        html.append(columns[column].closing)
    }

    /// A cell that leads somewhere.
    public mutating func link(_ content: String, to url: URLAttribute) {
        guard let column = next() else { return }
        html.append(columns[column].linkOpening)
        html.append(text: url.string)
        html.append(CellTags.linkMiddle)
        html.append(text: content)
        html.append(columns[column].linkClosing)
    }

    mutating func finish() {
        while let column = next() {
            html.append(columns[column].opening)
            html.append(columns[column].closing)
        }
    }

    private mutating func next() -> Int? {
        guard index < columns.count else { return nil }
        index += 1
        return index - 1
    }
}
