public import Localization
public import Markup

/// Fields that may be there several times: names, telephone numbers, documents.
///
/// Without the script, "Add" and "Remove" are submit buttons named `_add` (value: the group's name) and `_remove` (value:
/// the row's prefix), and the server shows the form again; with it, rows come and go in the page and are numbered anew
/// from 0 without gaps.
public struct RepeatableGroup: Component {
    /// The name under which the form sends it.
    public var name: String
    /// What is asked, above the controls.
    public var legend: String
    /// Help below the label.
    public var hint: String?
    /// What is wrong, in a sentence that says what to do.
    public var error: String?
    /// The markup of the rows that are there.
    public var rows: [HTML]
    /// The markup of an empty row, in which the index is ``indexMark``.
    public var blank: HTML
    /// What one row is, in the singular; the legend when `nil`.
    public var rowLabel: String?
    /// What the button that adds a row says; "Add" when `nil`.
    public var addLabel: String?
    /// The greatest number of rows.
    public var maximum: Int

    /// What stands for a row's index in the template that the script copies.
    public static let indexMark = "__index__"

    /// - Parameters:
    ///   - name: The first part of the fields' names: `phones` gives `phones.0.number`.
    ///   - legend: What the rows are, in the plural.
    ///   - count: How many rows to show.
    ///   - hint: Below the legend.
    ///   - error: About the group as a whole; errors of a row stand at its fields.
    ///   - rowLabel: What one row is, in the singular.
    ///   - addLabel: What the button that adds a row says.
    ///   - maximum: The greatest number of rows.
    ///   - row: The fields of a row: its prefix, such as `phones.0`, and its index, `nil` for the empty row.
    public init(
        _ name: String,
        legend: String,
        count: Int,
        hint: String? = nil,
        error: String? = nil,
        rowLabel: String? = nil,
        addLabel: String? = nil,
        maximum: Int = 20,
        row: (_ prefix: String, _ index: Int?) -> HTML
    ) {
        self.name = name
        self.legend = legend
        self.hint = hint
        self.error = error
        self.rowLabel = rowLabel
        self.addLabel = addLabel
        self.maximum = maximum
        rows = (0..<max(count, 0)).map { row("\(name).\($0)", $0) }
        blank = row("\(name).\(Self.indexMark)", nil)
    }

    public func html(_ texts: Texts) -> HTML {
        let frame = FieldFrame(name: name, label: legend, hint: hint, error: error, isRequired: false)
        let items = rows.enumerated().map { item($0.element, index: String($0.offset), number: $0.offset + 1, texts) }
        return frame.group(
            texts,
            kind: " repeat",
            controls: """
                <div data-repeat="\(name)" data-maximum="\(maximum)"><div class="rows">\(items)</div>\
                <template>\(item(blank, index: Self.indexMark, number: nil, texts))</template>\
                <button type="submit" class="button quiet" id="\(frame.id)" name="\(FormNames.add)" value="\(name)"\
                \(attribute: "hidden", rows.count >= maximum) data-add="">\
                \(Icon.plus.html) \(addLabel ?? texts.common.add)</button></div>
                """
        )
    }

    private func item(_ row: HTML, index: String, number: Int?, _ texts: Texts) -> HTML {
        let shown = number.map { texts.formats.number($0) } ?? Self.indexMark
        let rowName = texts.component.rowName(name: rowLabel ?? legend, number: shown)
        return """
            <div class="row" role="group" aria-label="\(rowName)"><div class="row-fields">\(row)</div>\
            <button type="submit" class="button quiet" name="\(FormNames.remove)" value="\(name).\(index)" data-remove=""\
            \(attribute: "aria-label", texts.component.removeRow(name: rowName))>\(Icon.cross.html)</button></div>
            """
    }
}
