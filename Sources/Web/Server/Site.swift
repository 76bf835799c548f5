public import Access
public import Crypto
public import Domain
public import Localization
import Synchronization

/// The settings of a site.
public struct SiteConfiguration: Sendable {
    /// The site is reached over TLS: cookies are `Secure` with the `__Host-` prefix, and HSTS is sent. Off only for a
    /// demonstration on one's own machine.
    public var isSecure: Bool
    /// The language of visitors whose browser asks for none that there is.
    public var defaultLanguage: String
    /// Proxies that may say for whom they ask, as addresses or networks.
    public var trustedProxies: [AddressRange]
    public var rateLimits: RateLimits
    /// Streams of events that may be open at once.
    public var maximumEventStreams: Int

    public init(
        isSecure: Bool = true,
        defaultLanguage: String = "ru",
        trustedProxies: [AddressRange] = [],
        rateLimits: RateLimits = RateLimits(),
        maximumEventStreams: Int = 1000
    ) {
        self.isSecure = isSecure
        self.defaultLanguage = defaultLanguage
        self.trustedProxies = trustedProxies
        self.rateLimits = rateLimits
        self.maximumEventStreams = maximumEventStreams
    }
}

/// What the site needs from the rest of the program, as closures, so that pages can be tested without it.
public struct SiteHooks: Sendable {
    /// Finds what a session's token stands for, and notes that it is in use.
    public var findSession: @Sendable (SessionToken) async throws -> SessionLookup
    /// The same for what pages do by themselves, which is no use of the session: an unattended desk must grow idle.
    public var peekSession: @Sendable (SessionToken) async throws -> SessionLookup
    /// Whether requests can be served: the database answers, the key is there.
    public var isReady: @Sendable () async -> Bool
    /// Makes a room's own errors into answers; `nil` for those it doesn't know.
    public var translate: @Sendable (any Error) -> WebError?
    /// Told when a sealed value turned out to be forged, so that it is journalled.
    public var forgedValueFound: @Sendable (any Error, Principal?) async -> Void
    /// Keeps the language that somebody signed in has chosen.
    public var languageChosen: @Sendable (Principal, _ language: String) async throws -> Void
    /// Told when somebody asked for a page that they have no right to, so that it is journalled.
    public var refused: @Sendable (Principal, RouteDescription) async -> Void
    /// The positions of the event log after one, as they come, for one organisation.
    public var changes: @Sendable (TenantScope, _ after: Int64?) -> AsyncStream<Int64>
    /// The position of the last event so far for one organisation; `nil` where nobody follows the log.
    public var eventPosition: @Sendable (TenantScope) -> Int64?

    public init(
        findSession: @escaping @Sendable (SessionToken) async throws -> SessionLookup,
        peekSession: (@Sendable (SessionToken) async throws -> SessionLookup)? = nil,
        isReady: @escaping @Sendable () async -> Bool = { true },
        translate: @escaping @Sendable (any Error) -> WebError? = { _ in nil },
        forgedValueFound: @escaping @Sendable (any Error, Principal?) async -> Void = { _, _ in },
        languageChosen: @escaping @Sendable (Principal, String) async throws -> Void = { _, _ in },
        refused: @escaping @Sendable (Principal, RouteDescription) async -> Void = { _, _ in },
        changes: @escaping @Sendable (TenantScope, Int64?) -> AsyncStream<Int64> = { _, _ in
            AsyncStream { $0.finish() }
        },
        eventPosition: @escaping @Sendable (TenantScope) -> Int64? = { _ in nil }
    ) {
        self.findSession = findSession
        self.peekSession = peekSession ?? findSession
        self.isReady = isReady
        self.translate = translate
        self.forgedValueFound = forgedValueFound
        self.languageChosen = languageChosen
        self.refused = refused
        self.changes = changes
        self.eventPosition = eventPosition
    }
}

/// Everything that requests share, made once at start.
public final class Site: Sendable {
    public let configuration: SiteConfiguration
    public let catalogs: CatalogSet
    public let assets: AssetStore
    public let surroundings: Surroundings
    public let errorPages: ErrorPageRenderer
    public let hooks: SiteHooks
    public let metrics: Metrics
    public let cookies: SiteCookies
    /// The open streams of events; whoever ends sessions closes theirs.
    public let events: EventStreams
    let formTokens: FormTokens
    let limiter: RateLimiter
    let trustedProxies: TrustedProxies
    private let requestNumbers: Atomic<UInt64>

    /// The form key is a secret of the installation, from which form tokens for visitors are made; error pages are laid
    /// out by the page shell's renderer.
    public init(
        configuration: SiteConfiguration,
        catalogs: CatalogSet,
        assets: AssetStore,
        surroundings: Surroundings,
        formKey: SymmetricKey,
        errorPages: ErrorPageRenderer = .plain,
        metrics: Metrics = Metrics(),
        hooks: SiteHooks
    ) {
        self.configuration = configuration
        self.catalogs = catalogs
        self.assets = assets
        self.surroundings = surroundings
        self.errorPages = errorPages
        self.metrics = metrics
        self.hooks = hooks
        cookies = SiteCookies(isSecure: configuration.isSecure)
        events = EventStreams(maximum: configuration.maximumEventStreams)
        formTokens = FormTokens(key: formKey)
        limiter = RateLimiter(limits: configuration.rateLimits, surroundings: surroundings)
        trustedProxies = TrustedProxies(ranges: configuration.trustedProxies)
        let seed = surroundings.randomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        requestNumbers = Atomic(seed)
    }

    /// A number for the next request, unlike its neighbours (the SplitMix64 sequence).
    func nextRequestNumber() -> UInt64 {
        var number = requestNumbers.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
        return number ^ (number >> 31)
    }
}
