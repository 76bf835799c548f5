public import Domain
import Synchronization

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

extension Recognizers {
    /// The same, each text asked for once: logs repeat themselves.
    func remembering() -> Recognizers {
        let labels = Memory(self.labels)
        let notes = Memory(self.notes)
        let country = Memory(self.country)
        let place = Memory { [place = self.place] (cells: [String?]) in place(cells[0], cells[1], cells[2]) }
        let region = Memory { [region = self.region] (texts: [String]) in region(texts[0], texts[1]) }
        return Recognizers(
            labels: { labels.answer($0) },
            notes: { notes.answer($0) },
            parent: parent,
            place: { place.answer([$0, $1, $2]) },
            country: { country.answer($0) },
            region: { region.answer([$0, $1]) }
        )
    }
}

/// Answers that were given before.
private final class Memory<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private let known = Mutex<[Question: Answer]>([:])
    private let ask: @Sendable (Question) -> Answer

    init(_ ask: @escaping @Sendable (Question) -> Answer) {
        self.ask = ask
    }

    func answer(_ question: Question) -> Answer {
        if let answer = known.withLock({ $0[question] }) { return answer }
        let answer = ask(question)
        known.withLock { $0[question] = answer }
        return answer
    }
}
