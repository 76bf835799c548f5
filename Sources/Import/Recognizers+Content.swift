public import Guides

extension Recognizers {
    /// What the content's catalogues recognise.
    /// - Parameters:
    ///   - content: as loaded at start.
    ///   - home: the country that bare regions and towns are sought in when nothing else tells.
    public init(_ content: ContentLibrary, home: String = "KG") {
        let problems = content.problems
        let places = content.places
        self.init(
            labels: { problems.recognise($0) },
            notes: { problems.recognise(note: $0) },
            parent: { problems[$0]?.parent },
            place: { country, region, city in
                let found = places.recognise(country: country, region: region, city: city, home: home)
                return ReadPlace(
                    country: found.country.isEmpty ? nil : found.country,
                    region: found.region,
                    city: found.city,
                    isUrban: found.isUrban
                )
            },
            country: { places.recogniseCountry($0) },
            region: { places.recognise($0, within: $1)?.region }
        )
    }
}
