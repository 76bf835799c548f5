/// One message ready for use.
enum Message: Sendable {
    case plain(String)
    case template(Template)
    case plural(PluralMessage)

    /// Compiles the forms of a message.
    init(forms: [String], isPlural: Bool, rule: PluralRule) throws(CatalogError) {
        if !isPlural, let text = forms.first, !text.utf8.contains(where: { $0 == 0x7B || $0 == 0x7D }) {
            self = .plain(text)
            return
        }
        var templates: [Template] = []
        for form in forms { templates.append(try Template(parsing: form)) }
        if isPlural {
            guard templates.count == rule.forms else {
                throw CatalogError(line: 0, reason: "\(templates.count) plural forms where \(rule.forms) are needed")
            }
            self = .plural(PluralMessage(templates, rule))
        } else if let template = templates.first {
            self = template.placeholders.isEmpty ? .plain(template.filled()) : .template(template)
        } else {
            self = .plain("")
        }
    }
}
