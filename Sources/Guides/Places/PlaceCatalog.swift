/// Countries, regions and towns, with the words by which people name them.
public struct PlaceCatalog: Sendable {
    public let countries: [CountryPlaces]
    let index: PlaceIndex

    init(_ folder: ContentFolder) throws {
        countries = try folder.jsonFiles(in: "places").map { file in
            let node = try folder.json(file)
            let country = try CountryPlaces(node)
            guard file == "places/\(country.code).json" else { throw node.failure("is not named after its country") }
            return country
        }
        index = PlaceIndex(countries)
    }

    /// The country with a code.
    public func country(_ code: String) -> CountryPlaces? {
        countries.first { $0.code == code }
    }

    /// The region with an ISO 3166-2 code.
    public func region(_ code: String) -> RegionPlaces? {
        country(String(code.prefix(2)))?.regions.first { $0.code == code }
    }

    /// A country's name in the reader's language; the code itself for an unknown one.
    public func name(country code: String, _ language: String) -> String {
        country(code)?.names.text(language) ?? code
    }

    /// A region's name in the reader's language; the code itself for an unknown one.
    public func name(region code: String, _ language: String) -> String {
        region(code)?.names.text(language) ?? code
    }
}

extension CountryPlaces {
    init(_ node: ContentNode) throws {
        try node.object(["country", "names", "words", "regions"])
        let code = try node.required("country").country()
        self.code = code
        names = try node.required("names").names(ContentLanguages.main)
        words = try node.required("words").strings()
        regions = try node.required("regions").array().map { item in
            let region = try RegionPlaces(item)
            guard region.code.hasPrefix(code + "-") else { throw item.failure("has a code of another country") }
            return region
        }
        guard Set(regions.map(\.code)).count == regions.count else { throw node.failure("has a region twice") }
    }
}

extension RegionPlaces {
    init(_ node: ContentNode) throws {
        try node.object(["code", "names", "words", "cities"])
        code = try node.required("code").string()
        names = try node.required("names").names(ContentLanguages.main)
        words = try node.required("words").strings()
        cities = try node.required("cities").array().map { item in
            try item.object(["name", "words", "urban"])
            return CityPlace(
                names: try item.required("name").names(["en", "ru"]),
                words: try item.required("words").strings(),
                isUrban: try item.required("urban").bool()
            )
        }
    }
}
