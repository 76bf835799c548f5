import Casework
import Testing

@Suite("Pictures without metadata")
struct PictureCleanerTests {
    private static let secret = Array("GPS 42.8746 N".utf8)

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        return (0...(bytes.count - part.count)).contains { bytes[$0..<($0 + part.count)].elementsEqual(part) }
    }

    // MARK: - JPEG

    private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
    }

    private static func exif(orientation: UInt8) -> [UInt8] {
        let tiff: [UInt8] =
            Array("II".utf8) + [
                0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0,
            ]
        return segment(0xE1, Array("Exif\0\0".utf8) + tiff + secret)
    }

    private static let quantization = segment(0xDB, [0, 1, 2, 3])
    private static let frame = segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
    private static let profile = segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}abc".utf8))
    private static let scan = segment(0xDA, [1, 1, 0, 0, 0x3F, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]

    private static func jpeg(orientation: UInt8) -> [UInt8] {
        [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 72, 0, 72, 1, 1, 9, 9, 9])
            + exif(orientation: orientation) + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + secret)
            + segment(0xED, Array("Photoshop 3.0\0".utf8) + secret) + segment(0xFE, secret) + profile + quantization
            + frame + scan + [0xFF, 0xD9] + secret
    }

    @Test("Of a JPEG the picture, its colours and the way it is turned remain")
    func jpegCleaned() throws {
        let cleaned = try PictureCleaner.cleaned(Self.jpeg(orientation: 6), .jpeg)
        #expect(!Self.contains(cleaned, Self.secret))
        for part in [Self.profile, Self.quantization, Self.frame, Self.scan] { #expect(Self.contains(cleaned, part)) }
        #expect(cleaned.suffix(2) == [0xFF, 0xD9])
        #expect(Self.contains(cleaned, [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))
        // What is clean stays as it is.
        #expect(try PictureCleaner.cleaned(cleaned, .jpeg) == cleaned)
    }

    @Test("An upright picture carries no EXIF at all")
    func upright() throws {
        let cleaned = try PictureCleaner.cleaned(Self.jpeg(orientation: 1), .jpeg)
        #expect(!Self.contains(cleaned, Array("Exif".utf8)))
    }

    @Test("A picture that ends early is refused, wherever it was cut")
    func jpegCut() {
        let whole = Self.jpeg(orientation: 6)
        let end = whole.count - Self.secret.count
        for count in 0..<end {
            #expect(throws: PictureCleaner.Damaged.self) {
                try PictureCleaner.cleaned(Array(whole.prefix(count)), .jpeg)
            }
        }
    }

    // MARK: - PNG

    private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        [0, 0, UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + Array(name.utf8) + body + [1, 2, 3, 4]
    }

    @Test("Of a PNG only the chunks that make the picture remain")
    func png() throws {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header = Self.chunk("IHDR", Array(repeating: 7, count: 13))
        let data = Self.chunk("IDAT", [5, 6, 7])
        let metadata = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"].flatMap { Self.chunk($0, Self.secret) }
        let end = Self.chunk("IEND", [])
        let whole = signature + header + metadata + data + metadata + end + Self.secret
        #expect(try PictureCleaner.cleaned(whole, .png) == signature + header + data + end)
        #expect(throws: PictureCleaner.Damaged.self) {
            try PictureCleaner.cleaned(signature + header + data, .png)
        }
    }

    // MARK: - WebP

    private static func riff(_ chunks: [UInt8]) -> [UInt8] {
        let size = UInt32(chunks.count + 4)
        return Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: size >> UInt32($0 * 8)) }
            + Array("WEBP".utf8) + chunks
    }

    private static func webpChunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        Array(name.utf8) + [UInt8(body.count), 0, 0, 0] + body + (body.count % 2 == 1 ? [0] : [])
    }

    @Test("Of a WebP the metadata goes, and the header no longer announces it")
    func webp() throws {
        let size: [UInt8] = [0, 0, 0, 9, 0, 0, 9, 0, 0]
        let picture = Self.webpChunk("VP8L", [1, 2, 3])
        let whole = Self.riff(
            Self.webpChunk("VP8X", [0x08 | 0x04 | 0x10] + size) + picture + Self.webpChunk("EXIF", Self.secret)
                + Self.webpChunk("XMP ", Self.secret)
        )
        #expect(
            try PictureCleaner.cleaned(whole, .webp) == Self.riff(Self.webpChunk("VP8X", [0x10] + size) + picture)
        )
        #expect(throws: PictureCleaner.Damaged.self) { try PictureCleaner.cleaned(Array(whole.prefix(30)), .webp) }
    }
}
