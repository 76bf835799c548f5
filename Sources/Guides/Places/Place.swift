import Localization

/// A town or district of a region.
public struct CityPlace: Sendable, Hashable {
    public let names: LocalizedName
    public let words: [String]
    /// A town, not a village or a rural district.
    public let isUrban: Bool

    /// What data keep: the English name.
    public var code: String { names["en"] ?? names.text("ru") }
}

/// A region with its towns.
public struct RegionPlaces: Sendable, Hashable {
    /// ISO 3166-2.
    public let code: String
    public let names: LocalizedName
    public let words: [String]
    public let cities: [CityPlace]

    /// The town that is the region, as Bishkek is.
    var ownTown: CityPlace? {
        func plain(_ name: LocalizedName) -> [FoldedWord] {
            FoldedWord.words(of: name.text("ru")).filter { PlaceKind.words[$0].map { $0 == .city } != true }
        }
        return cities.first { plain($0.names) == plain(names) }
    }
}

/// A country with its regions.
public struct CountryPlaces: Sendable, Hashable {
    /// ISO 3166-1 alpha-2.
    public let code: String
    public let names: LocalizedName
    public let words: [String]
    public let regions: [RegionPlaces]
}

/// A place as exactly as it is known.
public struct Place: Sendable, Hashable {
    /// ISO 3166-1 alpha-2; empty when nothing is known.
    public let country: String
    /// ISO 3166-2.
    public let region: String?
    /// The town's English name.
    public let city: String?
    /// Whether it is a town; `nil` when only the country or region is known.
    public let isUrban: Bool?
    /// The names of what is known, from the town up.
    let names: [LocalizedName]
    /// How well it fitted, 0…1.
    public let score: Double

    static let unknown = Place(country: "", region: nil, city: nil, isUrban: nil, names: [], score: 0)

    /// As a list shows it: `Екатеринбург, Свердловская область`.
    public func label(_ language: String) -> String {
        var parts: [String] = []
        for name in names.map({ $0.text(language) }) where !parts.contains(name) { parts.append(name) }
        return parts.joined(separator: ", ")
    }
}
