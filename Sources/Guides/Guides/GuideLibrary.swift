public import Domain

/// The guides by problem and language.
public struct GuideLibrary: Sendable {
    public let all: [Guide]
    private let byProblem: [ProblemCode: [Guide]]

    init(_ folder: ContentFolder, problems: ProblemCatalog) throws {
        var guides: [Guide] = []
        for name in try folder.names(in: "guides") {
            guard let problem = ProblemCode(rawValue: name), problems[problem] != nil else {
                throw ContentError(file: "guides/\(name)", reason: "is no problem of the catalogue")
            }
            for item in try folder.names(in: "guides/\(name)") {
                let file = "guides/\(name)/\(item)"
                let language = String(item.prefix { $0 != "." })
                guard item == language + ".md", ContentLanguages.all.contains(language) else {
                    throw ContentError(file: file, reason: "is not named after a language, such as ky.md")
                }
                guides.append(
                    try GuideParser(try folder.bytes(file), file: file).guide(problem, language: language)
                )
            }
        }
        all = guides
        byProblem = Dictionary(grouping: guides, by: \.problem)
    }

    /// The guide for a problem in a language; else in the first language of its chain that there is, and marked so.
    ///
    /// - Parameters:
    ///   - problem: the problem.
    ///   - language: the reader's language.
    ///   - country: only a guide that is written for this country; `nil` takes any.
    /// - Returns: `nil` when there is no guide.
    public func guide(_ problem: ProblemCode, language: String, country: String? = nil) -> FoundGuide? {
        let guides = (byProblem[problem] ?? []).filter { guide in
            country.map { guide.countries.contains($0) } ?? true
        }
        for candidate in LanguageChain.of(language) {
            if let guide = guides.first(where: { $0.language == candidate }) {
                return FoundGuide(guide: guide, isOtherLanguage: candidate != language)
            }
        }
        return guides.first.map { FoundGuide(guide: $0, isOtherLanguage: true) }
    }

    /// The problems that have a guide in some language.
    public var problems: Set<ProblemCode> { Set(byProblem.keys) }

    /// The languages in which there is a guide for a problem.
    public func languages(of problem: ProblemCode) -> [String] {
        (byProblem[problem] ?? []).map(\.language)
    }
}
