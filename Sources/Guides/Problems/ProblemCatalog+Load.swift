import Domain

extension ProblemCatalog {
    init(_ folder: ContentFolder, services: ServiceCatalog, screening: ScreeningCatalog) throws {
        let files = try folder.jsonFiles(in: "problems")
        var problems: [Problem] = []
        for file in files {
            let node = try folder.json(file)
            let problem = try Problem(node)
            guard file == "problems/\(problem.code.rawValue).json" else {
                throw ContentError(file: file, path: "code", reason: "is not the file's name")
            }
            if let unknown = problem.services.first(where: { services[$0] == nil }) {
                throw ContentError(file: file, path: "services", reason: "names the unknown service “\(unknown)”")
            }
            if let unknown = problem.screening.first(where: { screening[$0] == nil }) {
                throw ContentError(file: file, path: "screening", reason: "names the unknown screening “\(unknown)”")
            }
            problems.append(problem)
        }
        try Self.check(problems)
        let families = ProblemFamily.allCases
        let order = Dictionary(uniqueKeysWithValues: families.enumerated().map { ($1, $0) })
        all = problems.sorted { ((order[$0.family] ?? 0), $0.code) < ((order[$1.family] ?? 0), $1.code) }
        byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
        index = PhraseIndex(all)
    }

    /// Parents exist and are no children themselves; no two problems have the same name.
    private static func check(_ problems: [Problem]) throws {
        let byCode = Dictionary(problems.map { ($0.code, $0) }) { first, _ in first }
        var owners: [String: ProblemCode] = [:]
        for problem in problems {
            let file = "problems/\(problem.code.rawValue).json"
            if let parent = problem.parent {
                guard let found = byCode[parent], found.parent == nil, parent != problem.code else {
                    throw ContentError(file: file, path: "parent", reason: "is no problem that can have children")
                }
            }
            for (language, name) in problem.names.all {
                if let owner = owners.updateValue(problem.code, forKey: language + " " + name) {
                    throw ContentError(
                        file: file,
                        path: "names.\(language)",
                        reason: "is the name of \(owner.rawValue) too"
                    )
                }
            }
        }
    }
}

extension Problem {
    private static let members: Set = [
        "code", "parent", "family", "standsAlone", "risk", "screening", "services", "names", "words", "signs", "plan",
    ]

    init(_ node: ContentNode) throws {
        try node.object(Self.members)
        code = try node.required("code").code()
        parent = try node.optional("parent")?.code()
        family = try node.required("family").code()
        standsAlone = try node.optional("standsAlone")?.bool() ?? false
        risk = try node.required("risk").code()
        screening = try node.required("screening").strings()
        services = try node.required("services").strings()
        names = try node.required("names").names(ContentLanguages.all)
        words = try Self.words(node.required("words"))
        signs = try (node.optional("signs")?.array() ?? []).map { item in
            guard let sign = ProblemSign(try item.string()) else { throw item.failure("asks for no word") }
            return sign
        }
        plan = try node.required("plan").array().map { try PlanStep($0) }
        let keys = plan.map(\.key)
        guard Set(keys).count == keys.count else { throw try node.required("plan").failure("has a key twice") }
    }

    private static func words(_ node: ContentNode) throws -> [String: [String]] {
        try node.object(Set(ContentLanguages.all))
        var words: [String: [String]] = [:]
        for language in ContentLanguages.all {
            let list = try node.required(language)
            words[language] = try list.array().map { item in
                let word = try item.string()
                guard !FoldedWord.words(of: word).isEmpty else { throw item.failure("has no letters") }
                return word
            }
        }
        return words
    }
}

extension PlanStep {
    init(_ node: ContentNode) throws {
        try node.object(["key", "title", "offsetDays", "kind", "authority"])
        key = try node.required("key").string()
        title = try node.required("title").names(ContentLanguages.all)
        offsetDays = try node.required("offsetDays").integer(0...730)
        kind = try node.required("kind").code()
        authority = try node.optional("authority")?.code()
        guard kind != .authority || authority != nil else { throw node.failure("lacks the authority it goes to") }
    }
}
