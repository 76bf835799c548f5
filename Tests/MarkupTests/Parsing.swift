import Foundation
import Markup

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Parses markup with one root element, white space and all.
func parse(_ html: HTML) throws -> XMLDocument {
    try XMLDocument(data: Data(html.bytes), options: [.nodePreserveWhitespace])
}

/// What a parser of XML gives back for a text in element content: characters XML does not know are replaced, and each
/// end of a line is one line feed (XML 1.0, sections 2.2 and 2.11). Foundation takes a byte order mark off the front
/// of every string it hands out; that the markup has it, the escaping tests show.
func asParsed(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var afterReturn = false
    let hasMark = text.unicodeScalars.first?.value == 0xFEFF
    for scalar in text.unicodeScalars.dropFirst(hasMark ? 1 : 0) {
        switch scalar.value {
        case 10 where afterReturn: break
        case 13: result.append("\n")
        case 9, 10: result.append(scalar)
        case 0..<32, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
        default: result.append(scalar)
        }
        afterReturn = scalar.value == 13
    }
    return result
}

/// The same for the value of an attribute, where tabs and line ends become spaces (section 3.3.3).
func asParsedAttribute(_ text: String) -> [Unicode.Scalar] {
    asParsed(text).map { $0.value == 9 || $0.value == 10 ? " " : $0 }
}
