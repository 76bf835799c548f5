import Casework
import Testing

@Suite("The kinds of files")
struct FileKindTests {
    @Test("They are told by their first bytes")
    func signatures() {
        let known: [([UInt8], FileKind)] = [
            ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
            (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), .webp), (Array("RIFF\0\0\0\0WAVE".utf8), .wav),
            (Array("%PDF-1.7".utf8), .pdf), ([0x50, 0x4B, 0x03, 0x04, 0], .office),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice), (Array("OggS\0".utf8), .ogg),
            (Array("ID3\u{3}\0".utf8), .mp3), ([0, 0, 0, 24] + Array("ftypM4A ".utf8), .mp4),
            (Array("Айлык берген жок\r\n".utf8), .text),
        ]
        for (bytes, kind) in known { #expect(FileKind(beginning: bytes) == kind) }
    }

    @Test("What could run, what can't be cleaned and what is unknown isn't taken")
    func refused() {
        let refused: [[UInt8]] = [
            [], Array("<!DOCTYPE html>".utf8), Array("  <svg xmlns=''>".utf8), Array("#!/bin/sh\n".utf8),
            Array("MZ\u{1}\0".utf8), [0x7F, 0x45, 0x4C, 0x46, 2], Array("GIF89a\0".utf8),
            [0, 0, 0, 24] + Array("ftypheic".utf8), [0xFE, 0xFF, 0, 0x41], Array("\u{FEFF}<html>".utf8),
        ]
        for bytes in refused { #expect(FileKind(beginning: bytes) == nil) }
    }

    @Test("A name that says another kind is found out")
    func names() {
        #expect(FileKind.jpeg.fits(name: "паспорт.JPG"))
        #expect(!FileKind.pdf.fits(name: "photo.jpg"))
        #expect(!FileKind.office.fits(name: "archive.zip"))
        #expect(!FileKind.office.fits(name: "report.docm"))
        #expect(!FileKind.office.fits(name: "report"))
        #expect(FileKind.office.fits(name: "report.docx"))
        #expect(FileKind.jpeg.fits(name: "photo"))
        #expect(!FileKind.text.fits(name: "page.html"))
    }
}
