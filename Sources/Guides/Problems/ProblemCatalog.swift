public import Domain

/// The kinds of problems that the network helps with.
public struct ProblemCatalog: Sendable {
    /// By family, then by code.
    public let all: [Problem]
    let byCode: [ProblemCode: Problem]
    let index: PhraseIndex

    /// The problem with a code.
    public subscript(code: ProblemCode) -> Problem? { byCode[code] }

    public func problems(in family: ProblemFamily) -> [Problem] {
        all.filter { $0.family == family }
    }

    /// The narrower problems that count under a code.
    public func children(of code: ProblemCode) -> [Problem] {
        all.filter { $0.parent == code }
    }

    /// A problem's name in the reader's language; the code itself for an unknown one.
    public func name(_ code: ProblemCode, _ language: String) -> String {
        byCode[code]?.names.text(language) ?? code.rawValue
    }

    /// The highest of the risks that the problems start with.
    public func highestRisk(_ codes: some Sequence<ProblemCode>) -> RiskLevel {
        codes.compactMap { byCode[$0]?.risk }.max() ?? .normal
    }

    /// The services that answer the problems, each once: the best of every problem before the second best.
    public func services(for codes: [ProblemCode]) -> [String] {
        let lists = codes.compactMap { byCode[$0]?.services }
        var services: [String] = []
        for rank in 0..<(lists.map(\.count).max() ?? 0) {
            for list in lists where rank < list.count && !services.contains(list[rank]) {
                services.append(list[rank])
            }
        }
        return services
    }

    /// The usual steps of the problems by day, each key once at its earliest day.
    public func plan(for codes: [ProblemCode]) -> [PlanStep] {
        var steps: [PlanStep] = []
        for step in codes.flatMap({ byCode[$0]?.plan ?? [] }) {
            if let index = steps.firstIndex(where: { $0.key == step.key }) {
                if step.offsetDays < steps[index].offsetDays { steps[index] = step }
            } else {
                steps.append(step)
            }
        }
        return steps.enumerated()
            .sorted { ($0.element.offsetDays, $0.offset) < ($1.element.offsetDays, $1.offset) }
            .map(\.element)
    }
}
