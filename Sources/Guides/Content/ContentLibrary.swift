import Domain

/// What the program knows by its content: problems, places, services, screening, guides, rules. Loaded once at start
/// and shared.
public struct ContentLibrary: Sendable {
    public let problems: ProblemCatalog
    public let places: PlaceCatalog
    public let services: ServiceCatalog
    public let screening: ScreeningCatalog
    public let guides: GuideLibrary
    public let rules: RuleRegister
    public let deadlines: DeadlineRules
    public let emergency: EmergencyNumbers

    /// Reads and checks everything.
    ///
    /// - Parameter directory: the path of the folder `Content`.
    /// - Returns: the content, every reference in it resolved.
    /// - Throws: ``ContentError`` for the first file that cannot be used.
    public static func load(directory: String) throws -> ContentLibrary {
        let folder = ContentFolder(directory)
        let services = try ServiceCatalog(folder)
        let screening = try ScreeningCatalog(folder)
        let problems = try ProblemCatalog(folder, services: services, screening: screening)
        return ContentLibrary(
            problems: problems,
            places: try PlaceCatalog(folder),
            services: services,
            screening: screening,
            guides: try GuideLibrary(folder, problems: problems),
            rules: try RuleRegister(folder),
            deadlines: try DeadlineRules(folder, problems: problems),
            emergency: try EmergencyNumbers(folder)
        )
    }
}
