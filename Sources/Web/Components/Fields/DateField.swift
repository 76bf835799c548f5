public import Localization
public import Markup

/// A date of stated precision: the day, the month and the year, of which the first two may stay empty.
///
/// The form sends three fields, the name with `Day`, `Month` and `Year` behind it, each exactly as typed.
public struct DateField: Component {
    /// The name under which the form sends it.
    public var name: String
    /// What is asked, above the controls.
    public var legend: String
    /// The day as typed.
    public var day: String
    /// `1`…`12` or empty.
    public var month: String
    /// The year as typed.
    public var year: String
    /// Help below the label.
    public var hint: String?
    /// What is wrong, in a sentence that says what to do.
    public var error: String?
    /// Whether it is marked as required; the server judges.
    public var isRequired: Bool
    /// Whether the day and the month may be left out, which the hint then says.
    public var isPartial: Bool

    public init(
        _ name: String,
        legend: String,
        day: String = "",
        month: String = "",
        year: String = "",
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false,
        isPartial: Bool = true
    ) {
        self.name = name
        self.legend = legend
        self.day = day
        self.month = month
        self.year = year
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.isPartial = isPartial
    }

    public func html(_ texts: Texts) -> HTML {
        let frame = FieldFrame(
            name: name,
            label: legend,
            hint: hint ?? (isPartial ? texts.component.dateHint : nil),
            error: error,
            isRequired: isRequired
        )
        let controls: HTML = """
            <div class="date-parts">\
            \(box(frame, "Day", texts.component.day, day, 2))\
            \(months(frame, texts))\
            \(box(frame, "Year", texts.component.year, year, 4))</div>
            """
        return frame.group(texts, kind: " date", controls: controls)
    }

    private func box(_ frame: FieldFrame, _ part: String, _ label: String, _ value: String, _ digits: Int) -> HTML {
        """
        <div class="date-part"><label for="\(fieldID(name + part))">\(label)</label>\
        <input type="text" inputmode="numeric" id="\(fieldID(name + part))" name="\(name + part)" value="\(value)"\
        \(attribute: "aria-describedby", frame.describedBy)\(invalid) size="\(digits)" autocomplete="off" dir="ltr"/></div>
        """
    }

    private func months(_ frame: FieldFrame, _ texts: Texts) -> HTML {
        let options = (1...12).map { month -> HTML in
            let isChosen = self.month == String(month) || self.month == "0\(month)"
            let name = texts.formats.monthAlone(month)
            return "<option value=\"\(month)\"\(attribute: "selected", isChosen)>\(name)</option>"
        }
        let isKnown = month.isEmpty || (1...12).contains(Int(month) ?? 0)
        let unknown: HTML? = isKnown ? nil : "<option value=\"\(month)\" selected=\"\">\(month)</option>"
        return """
            <div class="date-part"><label for="\(fieldID(name + "Month"))">\(texts.component.month)</label>\
            <select id="\(fieldID(name + "Month"))" name="\(name + "Month")"\
            \(attribute: "aria-describedby", frame.describedBy)\(invalid) autocomplete="off">\
            <option value="">–</option>\(options)\(unknown)</select></div>
            """
    }

    private var invalid: HTML { "\(attribute: "aria-invalid", error == nil ? nil : "true")" }
}
