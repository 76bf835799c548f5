public import Domain
public import Localization
public import Markup
import Web

/// The appointments of the coming weeks.
struct AppointmentsPage {
    let appointments: [Appointment]
    let names: [PersonID: String]
    let mayChange: Bool
    let token: String

    func html(_ texts: Texts) -> HTML {
        let table = Table(
            texts.calendar.caption,
            columns: [
                TableColumn(texts.calendar.when, isHeading: true), TableColumn(texts.calendar.who),
                TableColumn(texts.calendar.what), TableColumn(texts.calendar.state),
                TableColumn(texts.common.actions, hidesTitle: true),
            ],
            empty: EmptyState(
                texts.calendar.emptyTitle,
                explanation: texts.calendar.emptyBody,
                icon: .clock
            )
        ).html(texts) { rows in
            for appointment in appointments {
                rows.row { row in
                    row.text(AppointmentText.when(appointment, texts))
                    row.html(who(appointment, texts))
                    row.text(appointment.details.note)
                    row.text(appointment.state.title(texts))
                    row.html(actions(appointment, texts))
                }
            }
        }
        return "\(PageHeader(texts.calendar.title).html(texts))\(table)"
    }

    private func who(_ appointment: Appointment, _ texts: Texts) -> HTML {
        let name = appointment.details.person.flatMap { names[$0] } ?? texts.calendar.nobody
        guard let id = appointment.details.caseFile else { return .isolated(name) }
        return "<a href=\"\(url: URLAttribute.path("cases", id.text))\">\(HTML.isolated(name))</a>"
    }

    private func actions(_ appointment: Appointment, _ texts: Texts) -> HTML {
        guard mayChange else { return "" }
        let states: [AppointmentState] = [.completed, .missed, .cancelled]
        return HTML.each(states.filter { AppointmentRules.next(appointment.state).contains($0) }) { state in
            Form(
                CalendarURL.state(appointment.id).url,
                token: token,
                kind: "inline",
                content: """
                    <input type="hidden" name="version" value="\(String(appointment.version))"/>\
                    <input type="hidden" name="state" value="\(state.rawValue)"/>\
                    \(Button(state.title(texts), style: .quiet).html)
                    """
            ).html(texts)
        }
    }
}

/// Appointments in words.
public enum AppointmentText {
    /// Day and time as they were agreed.
    public static func when(_ appointment: Appointment, _ texts: Texts) -> String {
        let date = appointment.details.day.date
        let day = texts.formats.date(year: date.year, month: date.month, day: date.day, relativeToYear: nil)
        let minute = appointment.details.minute
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day), \(two(minute / 60)):\(two(minute % 60))"
    }
}

/// The appointments of a case, for the case's page.
public struct AppointmentPanel {
    private let caseFile: CaseID
    private let appointments: [Appointment]
    private let mayAdd: Bool

    public init(caseFile: CaseID, appointments: [Appointment], mayAdd: Bool) {
        self.caseFile = caseFile
        self.appointments = appointments
        self.mayAdd = mayAdd
    }

    public func html(_ texts: Texts) -> HTML {
        let add: HTML =
            mayAdd
            ? Toolbar([Button(texts.calendar.new, .link(CalendarURL.new(caseFile).url), style: .quiet, icon: .plus)])
                .html(texts) : ""
        let list = HTML.each(appointments) { appointment in
            "<li>\(AppointmentText.when(appointment, texts)) · \(appointment.state.title(texts))</li>"
        }
        return "<section><h2>\(texts.calendar.title)</h2><ul>\(list)</ul>\(add)</section>"
    }
}

/// The form for an appointment of a case.
struct AppointmentFormPage {
    let caseFile: CaseID
    let input: AppointmentInput
    let errors: FormErrors
    let token: String

    func html(_ texts: Texts) -> HTML {
        let caseURL = URLAttribute.path("cases", caseFile.text)
        let header = PageHeader(
            texts.calendar.new,
            breadcrumbs: [Breadcrumbs.Item(texts.calendar.openCase, caseURL)]
        ).html(texts)
        let parts: [HTML] = [
            TextField(
                "day",
                label: texts.calendar.day,
                value: input.day,
                hint: texts.calendar.dayHint,
                error: errors.message(for: "day", texts),
                isRequired: true,
                width: .short
            ).html(texts),
            TextField(
                "time",
                label: texts.calendar.time,
                value: input.time,
                hint: texts.calendar.timeHint,
                error: errors.message(for: "time", texts),
                isRequired: true,
                width: .short
            ).html(texts),
            TextArea("note", label: texts.calendar.what, value: input.note, maximumLength: 2_000).html(texts),
            Toolbar([
                Button(texts.common.save, style: .primary), Button(texts.common.cancel, .link(caseURL), style: .quiet),
            ]).html(texts),
        ]
        let form = Form(
            CalendarURL.new(caseFile).url,
            token: token,
            isGuarded: true,
            content: parts.joined()
        ).html(texts)
        return "\(header)\(ErrorSummary(errors, texts).html(texts))\(form)"
    }
}
