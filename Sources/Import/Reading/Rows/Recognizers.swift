public import Domain

/// A place as codes.
public struct ReadPlace: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// ISO 3166-2.
    public var region: String?
    /// As the catalogue names it.
    public var city: String?
    public var isUrban: Bool?

    public init(country: String? = nil, region: String? = nil, city: String? = nil, isUrban: Bool? = nil) {
        self.country = country
        self.region = region
        self.city = city
        self.isUrban = isUrban
    }
}

/// What the content's catalogues recognise; given in, so that reading needs neither files nor a database.
public struct Recognizers: Sendable {
    /// Problems in a cell of labels.
    public var labels: @Sendable (_ text: String) -> [ProblemCode]
    /// Problems in a free text.
    public var notes: @Sendable (_ text: String) -> [ProblemCode]
    /// The series to which a finer problem belongs.
    public var parent: @Sendable (_ problem: ProblemCode) -> ProblemCode?
    /// A place from up to three cells; the country is nil when nothing tells it.
    public var place: @Sendable (_ country: String?, _ region: String?, _ city: String?) -> ReadPlace
    /// A country from its name, also as people write citizenships.
    public var country: @Sendable (_ text: String) -> String?
    /// A region of a country from free text.
    public var region: @Sendable (_ text: String, _ country: String) -> String?

    public init(
        labels: @escaping @Sendable (String) -> [ProblemCode],
        notes: @escaping @Sendable (String) -> [ProblemCode],
        parent: @escaping @Sendable (ProblemCode) -> ProblemCode?,
        place: @escaping @Sendable (String?, String?, String?) -> ReadPlace,
        country: @escaping @Sendable (String) -> String?,
        region: @escaping @Sendable (String, String) -> String?
    ) {
        self.labels = labels
        self.notes = notes
        self.parent = parent
        self.place = place
        self.country = country
        self.region = region
    }
}
