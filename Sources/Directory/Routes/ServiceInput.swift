import Domain
import Localization
import Web

/// What was typed about a service.
struct ServiceInput {
    var site = ""
    var service = ""
    var languages: Set<String> = []
    var fee = Fee.free.rawValue
    var coverage = ""
    var hasWomanLawyer = false
    var places = ""
    var days = ""

    init() {}

    init(_ offer: ServiceOffer, now: Instant) {
        site = offer.site.text
        service = offer.service
        languages = Set(offer.languages)
        fee = offer.fee.rawValue
        coverage = offer.coverage.joined(separator: " ")
        hasWomanLawyer = offer.hasWomanLawyer
        if let free = offer.freePlaces(at: now), let until = offer.placesUntil {
            places = "\(free)"
            days = "\(max(1, (until.milliseconds - now.milliseconds) / 86_400_000))"
        }
    }

    init(_ form: FormData) {
        site = form["site"]
        service = form["service"]
        languages = Set(form.values("languages"))
        fee = form["fee"]
        coverage = form.trimmed("coverage").uppercased()
        hasWomanLawyer = form.has("womanLawyer")
        places = form.trimmed("places")
        days = form.trimmed("days")
    }

    /// The service; `nil` when the errors say why not.
    func offer(
        _ id: ServiceID,
        _ organization: OrganizationID,
        sites: Set<SiteID>,
        services: Set<String>,
        now: Instant,
        _ errors: inout FormErrors
    ) -> ServiceOffer? {
        let site = SiteID(site).flatMap { sites.contains($0) ? $0 : nil }
        if site == nil { errors.add("site", "unknown_code") { $0.request.choiceUnknown } }
        if !services.contains(service) { errors.add("service", "unknown_code") { $0.request.choiceUnknown } }
        let fee = Fee(rawValue: fee)
        if fee == nil { errors.add("fee", "unknown_code") { $0.request.choiceUnknown } }
        let known = InterfaceLanguage.allCases.map(\.rawValue).filter { languages.contains($0) }
        if known.isEmpty { errors.add("languages", "required") { $0.directory.languagesMissing } }
        let codes = coverage.split(separator: " ").map(String.init)
        if codes.contains(where: { !Self.isPlace($0) }) || codes.count > 100 {
            errors.add("coverage", "unknown_code") { $0.directory.coverageHint }
        }
        let free = number("places", places, 0...9999, &errors)
        let lasting = number("days", days, 1...365, &errors)
        guard errors.isEmpty, let site, let fee else { return nil }
        return ServiceOffer(
            id: id,
            organization: organization,
            site: site,
            service: service,
            languages: known,
            fee: fee,
            coverage: codes,
            hasWomanLawyer: hasWomanLawyer,
            places: free,
            // A statement about free places that names no end holds for a day.
            placesUntil: free.map { _ in now.advanced(bySeconds: Int64(lasting ?? 1) * 86_400) }
        )
    }

    /// An ISO 3166-1 country or an ISO 3166-2 region, by its form.
    private static func isPlace(_ code: String) -> Bool {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        guard let country = parts.first, CountryCode(country) != nil else { return false }
        return parts.count == 1 || (parts.count == 2 && (1...3).contains(parts[1].utf8.count))
    }

    private func number(
        _ field: String,
        _ text: String,
        _ range: ClosedRange<Int>,
        _ errors: inout FormErrors
    ) -> Int? {
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            errors.add(field, "out_of_range") { $0.directory.numberWrong }
            return nil
        }
        return number
    }
}

/// What was asked of the finder.
struct FinderInput {
    let service: String
    let country: String
    let language: String
    let freeOnly: Bool
    let openNow: Bool
    let womanLawyer: Bool

    init(_ query: FormData) {
        service = query["service"]
        country = query.trimmed("country").uppercased()
        language = query["language"]
        freeOnly = query.has("free")
        openNow = query.has("open")
        womanLawyer = query.has("woman")
    }

    var query: FinderQuery {
        FinderQuery(
            services: service.isEmpty ? [] : [service],
            country: CountryCode(country)?.code,
            language: language.isEmpty ? nil : language,
            freeOnly: freeOnly,
            openNow: openNow,
            womanLawyer: womanLawyer
        )
    }
}
