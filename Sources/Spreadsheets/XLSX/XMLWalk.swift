import Foundation
import FoundationXML

/// What a reader of one part wants to hear of.
protocol XMLListener: AnyObject {
    func begin(_ element: String, _ attributes: [String: String]) throws
    func text(_ text: String)
    func end(_ element: String) throws
}

/// Walks through one XML part. Document types and entities are refused before the parser sees them: no workbook has
/// them, and they are the way to bombs and to other files.
final class XMLWalk: NSObject, XMLParserDelegate {
    private let listener: any XMLListener
    private var failure: (any Error)?

    private init(_ listener: any XMLListener) {
        self.listener = listener
    }

    /// - Throws: `SpreadsheetError`, or what the listener throws.
    static func walk(_ bytes: [UInt8], part: String, _ listener: any XMLListener) throws {
        guard !isWide(bytes), !contains(bytes, "<!DOCTYPE"), !contains(bytes, "<!ENTITY") else {
            throw SpreadsheetError.forbiddenMarkup(part)
        }
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.shouldProcessNamespaces = true
        let walk = XMLWalk(listener)
        parser.delegate = walk
        let done = parser.parse()
        if let failure = walk.failure { throw failure }
        guard done else { throw SpreadsheetError.brokenPart(part) }
    }

    /// UTF-16 would hide a document type from the search below, and is never used in workbooks.
    private static func isWide(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(4).contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    private static func contains(_ bytes: [UInt8], _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        return bytes.withUnsafeBufferPointer { buffer in
            word.withUTF8Buffer { pattern in
                guard buffer.count >= count else { return false }
                var position = 0
                while position + count <= buffer.count {
                    if buffer[position] == 0x3C, buffer[position + 1] == 0x21,
                        (0..<count).allSatisfy({ buffer[position + $0] == pattern[$0] })
                    {
                        return true
                    }
                    position += 1
                }
                return false
            }
        }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement element: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        attempt(parser) { try listener.begin(element, attributes) }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        attempt(parser) { try listener.end(element) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        listener.text(string)
    }

    private func attempt(_ parser: XMLParser, _ step: () throws -> Void) {
        guard failure == nil else { return }
        do {
            try step()
        } catch {
            failure = error
            parser.abortParsing()
        }
    }
}
