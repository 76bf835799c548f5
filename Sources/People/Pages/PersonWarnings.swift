public import Domain
public import Localization
public import Markup
public import Web

/// What one must know before doing anything with a person: how they may be reached, what endangers them, whether they
/// are a child. It stands on top of every page about them.
public struct PersonWarnings: Component {
    private let details: PersonDetails
    private let isImported: Bool
    private let now: Instant
    private let zone: String

    /// - Parameters:
    ///   - details: as far as the reader may open them.
    ///   - isImported: whether the record came from an imported list.
    ///   - now: the present instant.
    ///   - zone: the reader's IANA time zone.
    public init(details: PersonDetails, isImported: Bool = false, now: Instant, zone: String) {
        self.details = details
        self.isImported = isImported
        self.now = now
        self.zone = zone
    }

    /// The sentences, the gravest first.
    public func lines(_ texts: Texts) -> [String] { grave(texts) + careful(texts) }

    public func html(_ texts: Texts) -> HTML {
        let grave = grave(texts)
        let careful = careful(texts)
        return "\(notice(.danger, grave, texts))\(notice(.warning, careful, texts))"
    }

    private func notice(_ kind: Notice.Kind, _ lines: [String], _ texts: Texts) -> HTML {
        guard let first = lines.first else { return "" }
        let rest = HTML.each(lines.dropFirst()) { "<p>\(HTML.isolated($0))</p>" }
        return Notice(kind, first, content: rest).html(texts)
    }

    /// What endangers somebody when it is overlooked.
    private func grave(_ texts: Texts) -> [String] {
        var lines: [String] = []
        if let safety = details.safety {
            switch safety.contact.mayCall(at: now) {
            case .never(.mustNotBeContacted): lines.append(texts.people.warnNeverContact)
            case .never(.otherChannelOnly(let channel)):
                lines.append(texts.people.warnOnlyChannel(channel: channel.title(texts)))
            case .notNow(let until):
                let time = texts.formats.dateTime(milliseconds: until.milliseconds, zone: zone)
                lines.append(texts.people.warnNotNow(time: time))
            case .allowed: break
            }
            if safety.forbidsStateRecipient {
                var reasons = safety.marks.map { $0.title(texts) }
                if safety.wishes.doNotTellMyState { reasons.append(texts.people.doNotTellMyState) }
                lines.append(texts.people.warnState(reasons: texts.formats.list(reasons)))
            }
        }
        if details.childStatus(on: CivilDate(at: now, zone: zone)) == .child { lines.append(texts.people.warnChild) }
        return lines
    }

    private func careful(_ texts: Texts) -> [String] {
        var lines: [String] = []
        if let contact = details.safety?.contact {
            if let from = contact.fromMinute, let until = contact.untilMinute {
                lines.append(
                    texts.people.warnHours(
                        from: TypedText.time(from),
                        until: TypedText.time(until),
                        zone: contact.zone.isEmpty ? "UTC" : contact.zone
                    )
                )
            }
            if contact.neverLeaveMessage { lines.append(texts.people.warnNoMessage) }
            if contact.neutralSender { lines.append(texts.people.warnNeutralSender) }
            if !contact.note.isEmpty { lines.append(contact.note) }
        }
        if isImported { lines.append(texts.people.warnImported) }
        return lines
    }
}
