public import Localization
public import Markup

/// One of the answers a person can choose.
public struct FieldOption: Sendable, Hashable {
    /// What the form sends.
    public var value: String
    /// What it is, in the words of the reader.
    public var label: String
    /// A further line below the label of a radio button or check box.
    public var hint: String?
    /// The language of the label when it is another than the page's, such as a language's own name.
    public var language: String?

    public init(_ value: String, _ label: String, hint: String? = nil, language: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
        self.language = language
    }
}

/// One of many answers, in a list that opens.
public struct SelectField: Component {
    /// The name under which the form sends it.
    public var name: String
    /// What it is, in the words of the reader.
    public var label: String
    /// The answers offered.
    public var options: [FieldOption]
    /// What is shown in it, exactly as it was typed.
    public var value: String
    /// Help below the label.
    public var hint: String?
    /// What is wrong, in a sentence that says what to do.
    public var error: String?
    /// Whether it is marked as required; the server judges.
    public var isRequired: Bool
    /// The label of the empty answer that stands first; "Choose…" when `nil`, none at all when empty.
    public var placeholder: String?
    /// How wide the control is.
    public var width: FieldWidth

    public init(
        _ name: String,
        label: String,
        options: [FieldOption],
        value: String = "",
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false,
        placeholder: String? = nil,
        width: FieldWidth = .full
    ) {
        self.name = name
        self.label = label
        self.options = options
        self.value = value
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.placeholder = placeholder
        self.width = width
    }

    public func html(_ texts: Texts) -> HTML {
        let frame = FieldFrame(name: name, label: label, hint: hint, error: error, isRequired: isRequired)
        let control: HTML = "<select\(frame.attributes) autocomplete=\"off\">\(optionList(texts))</select>"
        return frame.field(texts, kind: width.rawValue, control: control)
    }

    private func optionList(_ texts: Texts) -> HTML {
        HTML.build(reservingCapacity: 64 * (options.count + 1)) { html in
            let placeholder = placeholder ?? texts.common.choose
            if !placeholder.isEmpty { html += "<option value=\"\">\(placeholder)</option>" }
            for option in options {
                html += """
                    <option value="\(option.value)"\(attribute: "selected", option.value == value)\
                    \(attribute: "lang", option.language)>\(option.label)</option>
                    """
            }
            // What was sent but isn't offered is shown again, so that nothing changes unseen.
            if !value.isEmpty, !options.contains(where: { $0.value == value }) {
                html += "<option value=\"\(value)\" selected=\"\">\(value)</option>"
            }
        }
    }
}

/// One of a few answers, all of them in sight.
public struct RadioField: Component {
    /// The name under which the form sends it.
    public var name: String
    /// What is asked, above the controls.
    public var legend: String
    /// The answers offered.
    public var options: [FieldOption]
    /// What is shown in it, exactly as it was typed.
    public var value: String
    /// Help below the label.
    public var hint: String?
    /// What is wrong, in a sentence that says what to do.
    public var error: String?
    /// Whether it is marked as required; the server judges.
    public var isRequired: Bool
    /// Side by side, for short answers.
    public var isInline: Bool

    public init(
        _ name: String,
        legend: String,
        options: [FieldOption],
        value: String = "",
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false,
        isInline: Bool = false
    ) {
        self.name = name
        self.legend = legend
        self.options = options
        self.value = value
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.isInline = isInline
    }

    public func html(_ texts: Texts) -> HTML {
        let frame = FieldFrame(name: name, label: legend, hint: hint, error: error, isRequired: isRequired)
        let choices = options.enumerated().map { index, option in
            choice("radio", frame.id, index, name, option, isChosen: option.value == value)
        }
        let controls: HTML = "<div class=\"choices\(isInline ? " inline" : "")\">\(choices)</div>"
        return frame.group(texts, role: "radiogroup", controls: controls)
    }
}

/// Any number of a few answers.
public struct CheckboxGroup: Component {
    /// The name under which the form sends it.
    public var name: String
    /// What is asked, above the controls.
    public var legend: String
    /// The answers offered.
    public var options: [FieldOption]
    /// The answers chosen.
    public var values: Set<String>
    /// Help below the label.
    public var hint: String?
    /// What is wrong, in a sentence that says what to do.
    public var error: String?
    /// Whether it is marked as required; the server judges.
    public var isRequired: Bool
    /// Side by side, for short answers.
    public var isInline: Bool

    public init(
        _ name: String,
        legend: String,
        options: [FieldOption],
        values: Set<String> = [],
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false,
        isInline: Bool = false
    ) {
        self.name = name
        self.legend = legend
        self.options = options
        self.values = values
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.isInline = isInline
    }

    public func html(_ texts: Texts) -> HTML {
        let frame = FieldFrame(name: name, label: legend, hint: hint, error: error, isRequired: isRequired)
        let choices = options.enumerated().map { index, option in
            choice("checkbox", frame.id, index, name, option, isChosen: values.contains(option.value))
        }
        return frame.group(texts, controls: "<div class=\"choices\(isInline ? " inline" : "")\">\(choices)</div>")
    }
}

/// One box to tick: yes or no.
public struct CheckboxField: Component {
    /// The name under which the form sends it.
    public var name: String
    /// What it is, in the words of the reader.
    public var label: String
    /// What the form sends when the box is ticked.
    public var value: String
    /// Whether the box is ticked.
    public var isChecked: Bool
    /// Help below the label.
    public var hint: String?
    /// What is wrong, in a sentence that says what to do.
    public var error: String?

    public init(
        _ name: String,
        label: String,
        value: String = "yes",
        isChecked: Bool = false,
        hint: String? = nil,
        error: String? = nil
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.isChecked = isChecked
        self.hint = hint
        self.error = error
    }

    public func html(_ texts: Texts) -> HTML {
        let option = FieldOption(value, label, hint: hint)
        let id = fieldID(name)
        let message: HTML =
            error.map {
                "<p class=\"error\" id=\"\(id)-error\">\(HTML.hidden(texts.component.error)) \($0)</p>"
            } ?? ""
        let box = choice(
            "checkbox",
            id,
            0,
            name,
            option,
            isChosen: isChecked,
            errorID: error.map { _ in id + "-error" }
        )
        return "<div class=\"field\(error == nil ? "" : " invalid")\">\(message)\(box)</div>"
    }
}

/// A radio button or check box with its label. The first of a group has the group's id, so that an error summary can
/// lead there.
private func choice(
    _ type: String,
    _ groupID: String,
    _ index: Int,
    _ name: String,
    _ option: FieldOption,
    isChosen: Bool,
    errorID: String? = nil
) -> HTML {
    let id = index == 0 ? groupID : "\(groupID)-\(index)"
    let hintID = option.hint.map { _ in "\(id)-note" }
    let described = [errorID, hintID].compactMap { $0 }.joined(separator: " ")
    return """
        <div class="choice"><input type="\(type)" id="\(id)" name="\(name)" value="\(option.value)"\
        \(attribute: "checked", isChosen)\(attribute: "aria-describedby", described.isEmpty ? nil : described)\
        \(attribute: "aria-invalid", errorID == nil ? nil : "true")/>\
        <label for="\(id)"\(attribute: "lang", option.language)>\(option.label)</label>\
        \(option.hint.map { "<p class=\"hint\" id=\"\(id)-note\">\($0)</p>" })</div>
        """
}
