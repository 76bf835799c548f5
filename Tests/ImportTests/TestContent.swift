import Domain
import Foundation
import Guides
import Import
import Spreadsheets
import Testing

/// The content that Tirek comes with, and files read with it.
enum TestContent {
    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Content").path

    static func read(_ bytes: [UInt8], name: String = "log", today: String = "2026-11-21") throws -> ImportReading {
        ImportReading.read(
            try SpreadsheetReader.read(bytes, name: name),
            recognizers: Recognizers(try ContentLibrary.load(directory: directory)),
            today: try #require(CivilDate(iso: today))
        )
    }

    static func read(_ text: String, name: String = "log", today: String = "2026-11-21") throws -> ImportReading {
        try read([UInt8](text.utf8), name: name, today: today)
    }
}

extension ImportReading {
    /// How often a reason for not taking stands.
    func count(_ reason: Rejection) -> Int {
        rows.count { row in if case .rejected(reason, _) = row.judgement { true } else { false } }
    }

    /// How often a reason for passing over stands.
    func count(_ reason: PassedOver) -> Int {
        rows.count { row in if case .passedOver(reason) = row.judgement { true } else { false } }
    }
}
