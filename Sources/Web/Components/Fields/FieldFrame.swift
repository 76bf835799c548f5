import Localization
import Markup

/// What stands round every control: its label, hint and error, tied to it by ids.
struct FieldFrame {
    let name: String
    let label: String
    let hint: String?
    let error: String?
    let isRequired: Bool

    var id: String { fieldID(name) }

    /// The value of `aria-describedby`: the error first, since it is what one came back for.
    var describedBy: String? {
        let parts = [error == nil ? nil : id + "-error", hint == nil ? nil : id + "-hint"].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The attributes that every control of a form shares.
    var attributes: HTML {
        """
        \(attribute: "id", id)\(attribute: "name", name)\(attribute: "aria-describedby", describedBy)\
        \(attribute: "aria-required", isRequired ? "true" : nil)\(attribute: "aria-invalid", error == nil ? nil : "true")
        """
    }

    /// One control under its label.
    func field(_ texts: Texts, kind: String = "", control: HTML) -> HTML {
        """
        <div class="field\(kind)\(error == nil ? "" : " invalid")">\
        <label for="\(id)">\(label)\(mark(texts))</label>\
        \(notes(texts))\(control)</div>
        """
    }

    /// Several controls under one legend.
    func group(_ texts: Texts, kind: String = "", role: String? = nil, controls: HTML) -> HTML {
        """
        <fieldset class="field\(kind)\(error == nil ? "" : " invalid")"\(attribute: "role", role)\
        \(attribute: "aria-describedby", describedBy)\
        \(attribute: "aria-required", role == "radiogroup" && isRequired ? "true" : nil)>\
        <legend>\(label)\(mark(texts))</legend>\(notes(texts))\(controls)</fieldset>
        """
    }

    private func mark(_ texts: Texts) -> HTML {
        isRequired
            ? "<span class=\"required\" aria-hidden=\"true\"> *</span><span class=\"sr\"> (\(texts.common.required))</span>"
            : ""
    }

    private func notes(_ texts: Texts) -> HTML {
        var notes = HTML()
        if let hint { notes += "<p class=\"hint\" id=\"\(id)-hint\">\(hint)</p>" }
        if let error {
            notes += "<p class=\"error\" id=\"\(id)-error\">\(HTML.hidden(texts.component.error)) \(error)</p>"
        }
        return notes
    }
}

/// How wide a control is: as wide as what is usually typed into it.
public enum FieldWidth: String, Sendable, CaseIterable {
    case full = ""
    /// About 20 characters.
    case medium = " medium"
    /// About 8 characters.
    case short = " short"
}
