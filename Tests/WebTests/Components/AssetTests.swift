import Foundation
import Testing

@testable import Web

@Suite("Stylesheet and script")
struct AssetTests {
    @Test("They are small")
    func sizes() throws {
        #expect(try Fixture.asset("app.css").utf8.count < 25_000)
        #expect(try Fixture.asset("app.js").utf8.count < 15_000)
    }

    @Test("They ask no other host and keep nothing in the browser")
    func selfContained() throws {
        for name in ["app.css", "app.js"] {
            let text = try Fixture.asset(name)
            for word in ["http:", "https:", "@import", "url(", "localStorage", "sessionStorage", "indexedDB", "eval("] {
                #expect(!text.contains(word), "\(name): \(word)")
            }
        }
        #expect(!(try Fixture.asset("app.js").contains(".style")))
    }

    private static let pairs = [
        ("ink", "paper"), ("ink", "ground"), ("muted", "paper"), ("muted", "ground"), ("accent", "paper"),
        ("accent", "ground"), ("accent", "accent-soft"), ("ink", "accent-soft"), ("on-accent", "accent"),
        ("muted", "accent-soft"), ("amber", "amber-soft"), ("ink", "amber-soft"), ("red", "red-soft"),
        ("ink", "red-soft"),
        ("red", "paper"), ("green", "green-soft"), ("ink", "green-soft"), ("ink", "line"),
    ]

    @Test("Every pair of colours is legible in both themes", arguments: [false, true])
    func contrast(_ isDark: Bool) throws {
        let colors = try colors(isDark: isDark)
        for (front, back) in Self.pairs {
            let ratio = try Self.contrast(#require(colors[front]), #require(colors[back]))
            #expect(ratio >= 4.5, "\(front) on \(back): \(ratio)")
        }
        // The edge of a control has to be seen, not read (WCAG 2.2, 1.4.11).
        let edge = try Self.contrast(#require(colors["edge"]), #require(colors["paper"]))
        #expect(edge >= 3, "edge: \(edge)")
    }

    @Test("Neighbouring series of a chart differ in lightness", arguments: [false, true])
    func seriesDiffer(_ isDark: Bool) throws {
        let colors = try colors(isDark: isDark)
        for number in 1..<Chart.maximumSeries {
            let ratio = try Self.contrast(#require(colors["s\(number)"]), #require(colors["s\(number + 1)"]))
            #expect(ratio >= 1.6, "s\(number) and s\(number + 1): \(ratio)")
        }
    }

    /// The six-digit colours of `:root`, with those of the dark theme over them.
    private func colors(isDark: Bool) throws -> [String: [Double]] {
        let css = try Fixture.asset("app.css")
        let blocks = css.components(separatedBy: ":root {").dropFirst().prefix(2)
        var colors: [String: [Double]] = [:]
        for block in blocks.prefix(isDark ? 2 : 1) {
            let body = block.prefix { $0 != "}" }
            for match in body.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
                guard let number = Int(match.2, radix: 16) else { continue }
                colors[String(match.1)] = [number >> 16 & 255, number >> 8 & 255, number & 255].map { Double($0) / 255 }
            }
        }
        #expect(colors.count >= 20)
        return colors
    }

    /// The contrast ratio of WCAG 2.2.
    private static func contrast(_ first: [Double], _ second: [Double]) -> Double {
        let (one, two) = (luminance(first), luminance(second))
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private static func luminance(_ color: [Double]) -> Double {
        let linear = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return zip(linear, [0.2126, 0.7152, 0.0722]).map { $0 * $1 }.reduce(0, +)
    }
}
