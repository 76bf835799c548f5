public import Localization

extension ErrorSummary {
    /// The problems of a form in the order in which they were found.
    public init(_ errors: FormErrors, _ texts: Texts) {
        self.init(errors.problems.map { Item(field: $0.field, message: $0.message(texts)) })
    }
}
