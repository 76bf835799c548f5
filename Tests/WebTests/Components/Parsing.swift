import Foundation
import Localization
import Markup

#if canImport(FoundationXML)
import FoundationXML
#endif

@testable import Web

/// What the tests of components share.
enum Fixture {
    /// The repository's folder, found from this file.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func catalogs() throws -> CatalogSet {
        try CatalogSet.load(directory: root.appendingPathComponent("Content/locale"))
    }

    static func asset(_ name: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent("Content/assets/\(name)"), encoding: .utf8)
    }

    /// Parses a piece of markup under a root element of its own.
    static func elements(_ html: HTML) throws -> [XMLElement] {
        let root: HTML = "<root>\(html)</root>"
        let document = try XMLDocument(data: Data(root.bytes), options: [.nodePreserveWhitespace])
        return try elements(document)
    }

    /// Parses a whole page, without its document type.
    static func pageElements(_ page: HTML) throws -> [XMLElement] {
        let prefix = Array("<!DOCTYPE html>".utf8)
        let bytes = page.bytes.starts(with: prefix) ? Array(page.bytes.dropFirst(prefix.count)) : page.bytes
        return try elements(try XMLDocument(data: Data(bytes), options: [.nodePreserveWhitespace]))
    }

    private static func elements(_ document: XMLDocument) throws -> [XMLElement] {
        try document.nodes(forXPath: "//*").compactMap { $0 as? XMLElement }
    }
}

extension XMLElement {
    func value(_ attribute: String) -> String? {
        // By name alone: inside a picture `attribute(forName:)` asks for the picture's namespace too and finds nothing.
        attributes?.first { $0.name == attribute }?.stringValue
    }

    var attributeNames: [String] {
        (attributes ?? []).compactMap(\.name)
    }
}
