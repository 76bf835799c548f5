import Web

/// The form in which somebody says which column is what: a field `sN` per sheet and `sN.M` per column.
struct MappingForm {
    private let form: FormData

    init(_ form: FormData) {
        self.form = form
    }

    static func sheetField(_ sheet: Int) -> String { "sheet\(sheet)" }

    static func columnField(_ sheet: Int, _ column: Int) -> String { "column\(sheet).\(column)" }

    /// The mapping with what the form says; what it doesn't carry stays.
    func applied(to mapping: ImportMapping) -> ImportMapping {
        var mapping = mapping
        for sheet in mapping.sheets.indices where form.has("columns\(sheet)") {
            mapping.sheets[sheet].isLog = form.has(Self.sheetField(sheet))
            for column in mapping.sheets[sheet].columns.indices {
                mapping.sheets[sheet].columns[column] = ImportColumn(rawValue: form[Self.columnField(sheet, column)])
            }
        }
        return mapping
    }
}
