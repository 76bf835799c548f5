import Web

extension ExportInput {
    /// What a form says, without white space around it.
    init(_ form: FormData) {
        func day(_ name: String) -> Day {
            Day(
                year: form.trimmed(name + "Year"),
                month: form.trimmed(name + "Month"),
                day: form.trimmed(name + "Day")
            )
        }
        self.init(
            kind: form.trimmed("kind"),
            format: form.trimmed("format"),
            from: day("from"),
            until: day("until"),
            reason: form.trimmed("reason")
        )
    }
}
