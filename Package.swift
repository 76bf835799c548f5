// swift-tools-version: 6.2
// The map of the house. A target may import only what stands below it; `Tests/ArchitectureTests` holds every
// import in the tree against this file, so that the map and the house cannot drift apart.
// Why the platform floor has an order inside: docs/decisions/0001-floors.md

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// What every room above the platform may touch.
let platform: [Target.Dependency] = [
    "Markup", "JSON", "Localization", "Domain", "Database", "Vault", "Journal", "Access", "Web", httpTypes,
]

/// The nouns that processes share.
let registers: [Target.Dependency] = ["Facts", "People", "Directory", "Guides", "Calendar"]

/// What tests of a room above the platform need besides the room.
let testing: [Target.Dependency] = [
    "TestSupport", "Markup", "JSON", "Localization", "Domain", "Database", "Vault", "Journal", "Access", "Web",
]

let package = Package(
    name: "tirek",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "tirek", targets: ["tirek"]),
        .library(name: "Markup", targets: ["Markup"]),
        .library(name: "Localization", targets: ["Localization"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // ── engines: pure Swift, no I/O, each useful alone ─────────────────────────────────────────────────────
        room("Markup"),
        room("JSON"),
        room("Localization"),
        room("NameMatching"),
        room("DisclosureControl"),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room("Spreadsheets", ["CLibZip", "CXLSXWriter"]),

        // ── platform: what every capability stands on, from the ground up ──────────────────────────────────────
        room("Domain"),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        room("Database", ["Domain", "CLibPQ", grdb, sqlite, logging]),
        room("Vault", ["JSON", "Domain", "Database", crypto, logging]),
        room("Journal", ["Domain", "Database", "Vault", crypto, logging]),
        room("Access", ["Domain", "Database", "Vault", "Journal", "CArgon2", crypto]),
        room(
            "Web",
            [
                "Markup", "JSON", "Localization", "Domain", "Database", "Vault", "Journal", "Access", crypto,
                hummingbird, hummingbirdCore, httpTypes, nioCore, logging, serviceLifecycle,
            ]
        ),

        // ── registers: the nouns that processes share ──────────────────────────────────────────────────────────
        room("Administration", platform),
        room("Facts", ["Domain", "Database", "Vault", crypto]),
        room("People", platform + ["NameMatching"]),
        room("Directory", platform),
        room("Guides", platform),
        room("Calendar", platform),

        // ── processes ──────────────────────────────────────────────────────────────────────────────────────────
        room("Hotline", platform + registers),
        room("Casework", platform + registers + [crypto]),

        // ── insight ────────────────────────────────────────────────────────────────────────────────────────────
        room("Statistics", platform + ["DisclosureControl", "Facts", "Guides"]),

        // ── exchange: lists in and out, above the processes they write through (docs/decisions/0004) ───────────
        room("Import", platform + registers + ["NameMatching", "Spreadsheets", "Hotline", "Casework", crypto]),
        room("Export", platform + registers + ["Spreadsheets", "Hotline", "Casework"]),

        // ── the program ────────────────────────────────────────────────────────────────────────────────────────
        room(
            "App",
            [
                "Markup", "Localization", "NameMatching", "Domain", "Database", "Vault", "Journal", "Access", "Web",
                "Administration", "Facts", "People", "Directory", "Guides", "Calendar", "Hotline", "Casework",
                "Statistics", "Import", "Export", crypto, logging, serviceLifecycle, unixSignals,
            ]
        ),
        .executableTarget(
            name: "tirek",
            dependencies: ["App", argumentParser],
            swiftSettings: strict
        ),
        .executableTarget(name: "generate-texts", dependencies: ["Localization"], swiftSettings: strict),

        // ── tests ──────────────────────────────────────────────────────────────────────────────────────────────
        .target(
            name: "TestSupport",
            dependencies: ["Domain", "Database", "CLibPQ"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        tests("MarkupTests", ["Markup"]),
        tests("JSONTests", ["JSON"]),
        tests("LocalizationTests", ["Localization"]),
        tests("DomainTests", ["Domain"]),
        tests("DatabaseTests", ["TestSupport", "Database", "Domain", "CLibPQ", grdb]),
        tests("VaultTests", ["TestSupport", "JSON", "Vault", "Database", "Domain", crypto]),
        tests("JournalTests", ["TestSupport", "Journal", "Vault", "Database", "Domain", crypto]),
        tests("AccessTests", ["TestSupport", "Access", "Journal", "Vault", "Database", "Domain", crypto]),
        tests(
            "WebTests",
            [
                "TestSupport", "Web", "Markup", "JSON", "Localization", "Access", "Vault", "Journal", "Database",
                "Domain",
                crypto,
                hummingbirdCore, httpTypes, logging, nioCore, serviceLifecycle,
            ]
        ),
        tests("NameMatchingTests", ["NameMatching"]),
        tests("DisclosureControlTests", ["DisclosureControl"]),
        tests("SpreadsheetsTests", ["Spreadsheets"]),
        tests("FactsTests", testing + ["Facts"]),
        tests("PeopleTests", testing + ["People", "NameMatching"]),
        tests("DirectoryTests", testing + ["Directory"]),
        tests("GuidesTests", testing + ["Guides"]),
        tests("HotlineTests", testing + registers + ["Hotline"]),
        tests("CaseworkTests", testing + registers + ["Casework", crypto]),
        tests("StatisticsTests", testing + ["Statistics", "Facts", "DisclosureControl", "Guides"]),
        tests(
            "ImportTests",
            testing + registers + ["Import", "Spreadsheets", "NameMatching", "Hotline", "Casework", "Statistics"]
        ),
        tests("ExportTests", testing + registers + ["Export", "Spreadsheets", "Hotline", "Casework"]),
        tests(
            "AppTests",
            [
                "TestSupport",
                "App", "Administration", "Facts", "People", "Directory", "Guides", "Calendar", "Hotline", "Casework",
                "Statistics", "Import", "Export", "Web", "Access", "Journal", "Vault", "Database", "Domain",
                "Localization", "Markup", crypto, hummingbirdCore, httpTypes, logging, nioCore,
            ]
        ),
        tests("ArchitectureTests"),
    ],
    swiftLanguageModes: [.v6]
)
