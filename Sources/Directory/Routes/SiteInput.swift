import Domain
import Foundation
import Localization
import Web

/// What was typed about a place.
struct SiteInput {
    var name = ""
    var country = ""
    var region = ""
    var city = ""
    var address = ""
    var addressVisibility = FieldVisibility.member.rawValue
    var phone = ""
    var phoneVisibility = FieldVisibility.everyone.rawValue
    var zone = ""
    var isRoundTheClock = false
    var hours = ""

    init() {}

    init(_ site: Site) {
        name = site.name
        country = site.country
        region = site.region ?? ""
        city = site.city
        address = site.address
        addressVisibility = site.addressVisibility.rawValue
        phone = site.phone
        phoneVisibility = site.phoneVisibility.rawValue
        zone = site.zone
        isRoundTheClock = site.isRoundTheClock
        hours = HoursText.write(site.hours)
    }

    init(_ form: FormData) {
        name = form.trimmed("name")
        country = form.trimmed("country").uppercased()
        region = form.trimmed("region").uppercased()
        city = form.trimmed("city")
        address = form.trimmed("address")
        addressVisibility = form["addressVisibility"]
        phone = form.trimmed("phone")
        phoneVisibility = form["phoneVisibility"]
        zone = form.trimmed("zone")
        isRoundTheClock = form.has("roundTheClock")
        hours = form["hours"]
    }

    /// The place; `nil` when the errors say why not.
    func site(_ id: SiteID, _ organization: OrganizationID, _ errors: inout FormErrors) -> Site? {
        if name.isEmpty || name.utf8.count > 300 { errors.add("name", "required") { $0.directory.nameMissing } }
        if CountryCode(country) == nil { errors.add("country", "unknown_code") { $0.directory.countryWrong } }
        if TimeZone(identifier: zone) == nil || zone.isEmpty {
            errors.add("zone", "unknown_code") { $0.directory.zoneWrong }
        }
        let address = FieldVisibility(rawValue: addressVisibility)
        let phone = FieldVisibility(rawValue: phoneVisibility)
        if address == nil { errors.add("addressVisibility", "unknown_code") { $0.request.choiceUnknown } }
        if phone == nil { errors.add("phoneVisibility", "unknown_code") { $0.request.choiceUnknown } }
        var spans: [OpeningHours] = []
        switch HoursText.read(hours) {
        case .success(let read): spans = read
        case .failure(let unreadable):
            errors.add("hours", "unreadable") { $0.directory.hoursWrong(line: unreadable.line) }
        }
        guard errors.isEmpty, let address, let phone else { return nil }
        return Site(
            id: id,
            organization: organization,
            name: name,
            country: country,
            region: region.isEmpty ? nil : String(region.prefix(10)),
            city: String(city.prefix(200)),
            address: String(self.address.prefix(500)),
            addressVisibility: address,
            phone: String(self.phone.prefix(60)),
            phoneVisibility: phone,
            zone: zone,
            isRoundTheClock: isRoundTheClock,
            hours: spans
        )
    }
}

/// Opening hours as lines such as `Mon 09:00-18:00`; several spans of a day are several lines.
enum HoursText {
    struct Unreadable: Error {
        let line: String
    }

    static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    static func write(_ hours: [OpeningHours]) -> String {
        hours.map { "\(days[($0.weekday - 1) % 7]) \(clock($0.opens))-\(clock($0.closes))" }.joined(separator: "\n")
    }

    static func read(_ text: String) -> Result<[OpeningHours], Unreadable> {
        var spans: [OpeningHours] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            guard !trimmed.isEmpty else { continue }
            guard let span = span(trimmed), spans.count < 50 else { return .failure(Unreadable(line: trimmed)) }
            if !spans.contains(where: { $0.weekday == span.weekday && $0.opens == span.opens }) { spans.append(span) }
        }
        return .success(spans)
    }

    private static func span(_ line: String) -> OpeningHours? {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, let day = days.firstIndex(where: { $0.lowercased() == words[0].lowercased() }) else {
            return nil
        }
        let ends = words[1].split(whereSeparator: { $0 == "-" || $0 == "–" }).map {
            minutes($0.trimmingCharacters(in: .whitespaces))
        }
        guard ends.count == 2, let opens = ends[0], let closes = ends[1], opens < 1440, opens != closes else {
            return nil
        }
        return OpeningHours(weekday: day + 1, opens: opens, closes: closes > opens ? closes : closes + 1440)
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0...59).contains(minute), hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    private static func clock(_ minutes: Int) -> String {
        let minute = minutes > 1440 ? minutes - 1440 : minutes
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }
}
