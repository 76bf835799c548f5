/// Takes out of pictures what tells where, when and with what they were taken. Pure; nothing is decoded or encoded
/// anew, so the picture itself stays as it is.
public enum PictureCleaner {
    /// The picture doesn't have the parts that its format asks for.
    public struct Damaged: Error, Sendable, Hashable {}

    /// The picture without its metadata.
    ///
    /// - Throws: ``Damaged``.
    public static func cleaned(_ bytes: [UInt8], _ kind: FileKind) throws(Damaged) -> [UInt8] {
        switch kind {
        case .jpeg: try jpeg(bytes)
        case .png: try png(bytes)
        case .webp: try webp(bytes)
        default: bytes
        }
    }

    static func bigEndian(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    static func littleEndian(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

// MARK: - PNG (W3C Portable Network Graphics, third edition)

extension PictureCleaner {
    /// The chunks that make the picture; every other one (texts, EXIF, times, makers' own) is left out.
    private static let pngChunks: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    ]

    private static func png(_ bytes: [UInt8]) throws(Damaged) -> [UInt8] {
        guard bytes.count > 8 else { throw Damaged() }
        var result = Array(bytes[..<8])
        var offset = 8
        while offset + 12 <= bytes.count {
            let end = offset + 12 + bigEndian(bytes, offset, 4)
            guard end <= bytes.count else { throw Damaged() }
            let name = String(decoding: bytes[(offset + 4)..<(offset + 8)], as: UTF8.self)
            if pngChunks.contains(name) { result += bytes[offset..<end] }
            // Whatever follows the end is no part of the picture.
            if name == "IEND" { return result }
            offset = end
        }
        throw Damaged()
    }
}

// MARK: - WebP (RFC 9649)

extension PictureCleaner {
    private static let webpChunks: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]
    /// The bits of the extended header that announce EXIF and XMP.
    private static let webpMetadataBits: UInt8 = 0x08 | 0x04

    private static func webp(_ bytes: [UInt8]) throws(Damaged) -> [UInt8] {
        guard bytes.count >= 20 else { throw Damaged() }
        // Whatever follows the container is no part of the picture.
        let end = 8 + littleEndian(bytes, 4, 4)
        guard end <= bytes.count else { throw Damaged() }
        var body: [UInt8] = []
        var offset = 12
        while offset + 8 <= end {
            let size = littleEndian(bytes, offset + 4, 4)
            let next = offset + 8 + size + size % 2
            guard offset + 8 + size <= end else { throw Damaged() }
            let name = String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
            if webpChunks.contains(name) {
                var chunk = Array(bytes[offset..<min(next, end)])
                if chunk.count < next - offset { chunk.append(0) }
                if name == "VP8X", size > 0 { chunk[8] &= ~webpMetadataBits }
                body += chunk
            }
            offset = next
        }
        guard !body.isEmpty else { throw Damaged() }
        let size = UInt32(body.count + 4)
        return Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: size >> UInt32($0 * 8)) }
            + Array("WEBP".utf8) + body
    }
}
