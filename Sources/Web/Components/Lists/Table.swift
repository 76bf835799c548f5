public import Localization
public import Markup

/// A column of a table.
public struct TableColumn: Sendable {
    /// Which way the rows run.
    public enum Order: String, Sendable {
        case ascending, descending
    }

    /// The name shown.
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
    /// The page before; `nil` on the first.
    public var previous: URLAttribute?
    /// The page after; `nil` on the last.
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
    /// The session's token against forged requests.
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
    /// The columns from the start of the line.
    public var columns: [TableColumn]
    /// Whether the caption is seen, not heard alone.
    public var showsCaption: Bool
    /// Above the table: a form or links that narrow the list.
    public var filters: HTML
    /// The links to the neighbouring pages.
    public var paging: Paging
    /// Set when rows can be chosen.
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
        // Without a form round it the whole table is written into the buffer of the rows, so that no row is copied.
        let opening: HTML = "<table>\(head(texts))<tbody>"
        let closing: HTML = "</tbody></table>"
        var rows = TableRows(
            after: selection == nil ? frameOpening + opening : opening,
            columns: columns,
            selection: selection?.name,
            texts: texts
        )
        try body(&rows)
        guard rows.count > 0 else {
            let nothing = (empty ?? EmptyState(texts.common.nothingFound)).html(texts)
            return "\(frameOpening)\(nothing)\(frameClosing(texts))"
        }
        guard let selection else { return rows.finished(with: closing + frameClosing(texts)) }
        let form = selectable(texts, selection, rows.finished(with: closing))
        return "\(frameOpening)\(form)\(frameClosing(texts))"
    }

    private var frameOpening: HTML {
        let filterBar: HTML = filters.isEmpty ? "" : "<div class=\"filters\">\(filters)</div>"
        return "<div class=\"table\"\(attribute: "id", liveID)\(attribute: "data-live", liveID != nil)>\(filterBar)"
    }

    private func frameClosing(_ texts: Texts) -> HTML {
        "\(paging.html(texts))</div>"
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

    private func selectable(_ texts: Texts, _ selection: TableSelection, _ table: HTML) -> HTML {
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
