public import Localization
public import Markup

/// A column of a table.
public struct TableColumn: Sendable {
    /// Which way the rows run.
    public enum Order: String, Sendable {
        case ascending, descending
    }

    public var title: String
    /// Numbers stand at the end of their cell, with digits of one width.
    public var isNumeric: Bool
    /// The address of the same list sorted by this column (the other way round if it is already).
    public var sortURL: URLAttribute?
    /// Set when the rows are sorted by this column.
    public var order: Order?
    /// The column that names the row: a heading to screen readers and the first line of a card on a telephone.
    public var isHeading: Bool
    /// A title that only screen readers need, such as "Actions".
    public var hidesTitle: Bool

    public init(
        _ title: String,
        isNumeric: Bool = false,
        sortURL: URLAttribute? = nil,
        order: Order? = nil,
        isHeading: Bool = false,
        hidesTitle: Bool = false
    ) {
        self.title = title
        self.isNumeric = isNumeric
        self.sortURL = sortURL
        self.order = order
        self.isHeading = isHeading
        self.hidesTitle = hidesTitle
    }
}

/// The links to the pages before and after this one of a list that is paged by key.
public struct Paging: Component, Equatable {
    public var previous: URLAttribute?
    public var next: URLAttribute?
    /// What is in sight, such as "50 of about 1,200".
    public var summary: String

    public init(previous: URLAttribute? = nil, next: URLAttribute? = nil, summary: String = "") {
        self.previous = previous
        self.next = next
        self.summary = summary
    }

    public func html(_ texts: Texts) -> HTML {
        guard previous != nil || next != nil || !summary.isEmpty else { return "" }
        let back: HTML? = previous.map {
            "<a class=\"button secondary\" rel=\"prev\" href=\"\(url: $0)\">\(texts.common.previous)</a>"
        }
        let forth: HTML? = next.map {
            "<a class=\"button secondary\" rel=\"next\" href=\"\(url: $0)\">\(texts.common.next)</a>"
        }
        return """
            <nav class="paging" aria-label="\(texts.component.pages)"><span class="muted">\(summary)</span>\
            \(back)\(forth)</nav>
            """
    }
}

/// A form round a table whose rows can be chosen.
public struct TableSelection: Sendable {
    /// Where the chosen rows are sent.
    public var action: URLAttribute
    public var token: String
    /// The name of the field that each chosen row sends its id in.
    public var name: String
    /// What can be done with the chosen rows.
    public var buttons: [Button]

    public init(action: URLAttribute, token: String, name: String = "id", buttons: [Button]) {
        self.action = action
        self.token = token
        self.name = name
        self.buttons = buttons
    }
}

/// Rows and columns; on a telephone each row becomes a card with the columns' titles beside its values.
///
/// Rows are written by a closure into one buffer, which costs little for long lists:
///
///     table.html(texts) { rows in
///         for person in people {
///             rows.row(id: person.id.text, label: person.name) { row in
///                 row.link(person.name, to: .path("people", person.id.text))
///                 row.text(person.citizenship)
///             }
///         }
///     }
public struct Table: Sendable {
    /// What the table lists; always there for screen readers.
    public var caption: String
    public var columns: [TableColumn]
    public var showsCaption: Bool
    /// Above the table: a form or links that narrow the list.
    public var filters: HTML
    public var paging: Paging
    public var selection: TableSelection?
    /// In place of a table without rows.
    public var empty: EmptyState?
    /// Whether the page fetches this part again when something changed; see the script. An id is needed for that.
    public var liveID: String?

    public init(
        _ caption: String,
        columns: [TableColumn],
        showsCaption: Bool = false,
        filters: HTML = "",
        paging: Paging = Paging(),
        selection: TableSelection? = nil,
        empty: EmptyState? = nil,
        liveID: String? = nil
    ) {
        self.caption = caption
        self.columns = columns
        self.showsCaption = showsCaption
        self.filters = filters
        self.paging = paging
        self.selection = selection
        self.empty = empty
        self.liveID = liveID
    }

    /// The table with the rows that the closure writes.
    ///
    /// - Throws: what `body` throws.
    public func html<Failure: Error>(
        _ texts: Texts,
        _ body: (inout TableRows) throws(Failure) -> Void
    ) throws(Failure) -> HTML {
        var rows = TableRows(columns: columns, selection: selection?.name, texts: texts)
        try body(&rows)
        let content: HTML =
            rows.count == 0
            ? (empty ?? EmptyState(texts.common.nothingFound)).html(texts)
            : selectable(texts, "<table>\(head(texts))<tbody>\(rows.html)</tbody></table>")
        let filterBar: HTML = filters.isEmpty ? "" : "<div class=\"filters\">\(filters)</div>"
        return """
            <div class="table"\(attribute: "id", liveID)\(attribute: "data-live", liveID != nil)>\(filterBar)\(content)\
            \(paging.html(texts))</div>
            """
    }

    private func head(_ texts: Texts) -> HTML {
        let all: HTML =
            selection == nil
            ? ""
            : """
            <td class="select"><input type="checkbox" data-select-all="" hidden="" \
            aria-label="\(texts.common.selectAll)"/></td>
            """
        let headings = HTML.each(columns) { column in
            let title: HTML = column.hidesTitle ? .hidden(column.title) : HTML(text: column.title)
            let sorted = column.order.map { $0 == .ascending ? "\u{2191}" : "\u{2193}" }
            let content: HTML =
                column.sortURL.map { url in
                    "<a href=\"\(url: url)\">\(title)<span aria-hidden=\"true\"> \(sorted ?? "\u{2195}")</span></a>"
                } ?? title
            return """
                <th scope="col"\(attribute: "class", column.isNumeric ? "number" : nil)\
                \(attribute: "aria-sort", column.order?.rawValue)>\(content)</th>
                """
        }
        return """
            <caption\(attribute: "class", showsCaption ? nil : "sr")>\(caption)</caption>\
            <thead><tr>\(all)\(headings)</tr></thead>
            """
    }

    private func selectable(_ texts: Texts, _ table: HTML) -> HTML {
        guard let selection else { return table }
        let mark = "{number}"
        let bar: HTML = """
            <div class="selection">\(selection.buttons.map(\.html))<span class="muted" role="status" data-selected=""\
            \(attribute: "data-template", texts.component.selectedCount(number: mark))></span></div>
            """
        return Form(
            selection.action,
            token: selection.token,
            kind: "plain",
            content: "<div data-selection=\"\">\(bar)\(table)</div>"
        ).html(texts)
    }
}

/// Writes the rows of a table into one buffer.
public struct TableRows: Sendable {
    var html = HTML()
    private(set) var count = 0
    private let openings: [HTML]
    private let closings: [HTML]
    private let selection: String?
    private let texts: Texts

    init(columns: [TableColumn], selection: String?, texts: Texts) {
        openings = columns.map { column in
            let label = column.hidesTitle ? nil : column.title
            let kind = column.isNumeric ? "number" : nil
            return column.isHeading
                ? "<th scope=\"row\"\(attribute: "class", kind)>"
                : "<td\(attribute: "class", kind)\(attribute: "data-label", label)>"
        }
        closings = columns.map { $0.isHeading ? "</th>" : "</td>" }
        self.selection = selection
        self.texts = texts
        html.reserveCapacity(16_384)
    }

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
        html += "<tr>"
        if let selection {
            html += """
                <td class="select"><input type="checkbox" name="\(selection)" value="\(id)" \
                aria-label="\(texts.component.selectRow(name: label))"/></td>
                """
        }
        var row = TableCells(html: html, openings: openings, closings: closings)
        html = HTML()
        defer {
            row.finish()
            html = row.html
            html += "</tr>\n"
        }
        try cells(&row)
    }
}

/// Writes the cells of one row.
public struct TableCells: Sendable {
    var html: HTML
    fileprivate let openings: [HTML]
    fileprivate let closings: [HTML]
    private var index = 0

    fileprivate init(html: HTML, openings: [HTML], closings: [HTML]) {
        self.html = html
        self.openings = openings
        self.closings = closings
    }

    /// A cell of markup.
    public mutating func html(_ content: HTML) {
        guard begin() else { return }
        html += content
        end()
    }

    /// A cell of plain text, in a direction of its own.
    public mutating func text(_ content: String) {
        guard begin() else { return }
        html += "<bdi>"
        html.append(text: content)
        html += "</bdi>"
        end()
    }

    /// A cell that leads somewhere.
    public mutating func link(_ content: String, to url: URLAttribute) {
        guard begin() else { return }
        html += "<a href=\"\(url: url)\"><bdi>"
        html.append(text: content)
        html += "</bdi></a>"
        end()
    }

    fileprivate mutating func finish() {
        while begin() { end() }
    }

    private mutating func begin() -> Bool {
        guard index < openings.count else { return false }
        html.append(openings[index])
        return true
    }

    private mutating func end() {
        html.append(closings[index])
        index += 1
    }
}
