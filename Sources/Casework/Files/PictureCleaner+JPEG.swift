// JPEG (ITU-T T.81) and the orientation of EXIF (CIPA DC-008).
extension PictureCleaner {
    private enum Marker {
        static let start: UInt8 = 0xD8
        static let end: UInt8 = 0xD9
        static let scan: UInt8 = 0xDA
        static let comment: UInt8 = 0xFE
        static let applications: ClosedRange<UInt8> = 0xE0...0xEF
        static let exif: UInt8 = 0xE1
        static let colour: UInt8 = 0xE2
        static let adobe: UInt8 = 0xEE
        static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
    }

    static func jpeg(_ bytes: [UInt8]) throws(Damaged) -> [UInt8] {
        guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == Marker.start else { throw Damaged() }
        var result: [UInt8] = [0xFF, Marker.start]
        var offset = 2
        while offset + 1 < bytes.count {
            guard bytes[offset] == 0xFF else { throw Damaged() }
            let marker = bytes[offset + 1]
            if marker == 0xFF {
                offset += 1
                continue
            }
            // Whatever follows the end (previews, films) is no part of the picture.
            if marker == Marker.end { return result + [0xFF, Marker.end] }
            if Marker.restarts.contains(marker) || marker == 0x01 {
                result += [0xFF, marker]
                offset += 2
                continue
            }
            guard offset + 4 <= bytes.count else { throw Damaged() }
            let next = offset + 2 + bigEndian(bytes, offset + 2, 2)
            guard next >= offset + 4, next <= bytes.count else { throw Damaged() }
            let segment = bytes[offset..<next]
            if let kept = kept(marker, Array(segment)) { result += kept }
            offset = next
            if marker == Marker.scan { offset = copyScan(bytes, from: offset, to: &result) }
        }
        throw Damaged()
    }

    /// What of a segment stays: all of the picture's own; of what applications wrote the colour profile, Adobe's
    /// transform, the density, and the way the camera was held.
    private static func kept(_ marker: UInt8, _ segment: [UInt8]) -> [UInt8]? {
        func begins(_ text: String) -> Bool { segment.dropFirst(4).starts(with: Array(text.utf8)) }
        guard marker != Marker.comment else { return nil }
        guard Marker.applications.contains(marker) else { return segment }
        switch marker {
        // The density's own twenty bytes; the rest may be a preview.
        case 0xE0 where begins("JFIF") && segment.count >= 18:
            return [0xFF, 0xE0, 0, 16] + segment[4..<16] + [0, 0]
        case Marker.colour where begins("ICC_PROFILE"): return segment
        case Marker.adobe where begins("Adobe"): return segment
        case Marker.exif where begins("Exif"): return orientation(segment).map(exif)
        default: return nil
        }
    }

    /// The picture's data up to the next marker.
    private static func copyScan(_ bytes: [UInt8], from start: Int, to result: inout [UInt8]) -> Int {
        var end = start
        while end + 1 < bytes.count {
            if bytes[end] == 0xFF, bytes[end + 1] != 0, !Marker.restarts.contains(bytes[end + 1]) { break }
            end += 1
        }
        result += bytes[start..<end]
        return end
    }

    /// The orientation (1…8) that an EXIF segment gives, when it isn't upright anyway.
    private static func orientation(_ segment: [UInt8]) -> UInt8? {
        let base = 10
        guard segment.count >= base + 8 else { return nil }
        let isLittle = segment[base] == 0x49
        func number(_ offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, base + offset + count <= segment.count else { return nil }
            return isLittle
                ? littleEndian(segment, base + offset, count) : bigEndian(segment, base + offset, count)
        }
        guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
        for index in 0..<min(count, 100) {
            let entry = directory + 2 + index * 12
            guard number(entry, 2) == 0x0112, let value = number(entry + 8, 2) else { continue }
            return (2...8).contains(value) ? UInt8(value) : nil
        }
        return nil
    }

    /// An EXIF segment that says nothing but the orientation.
    private static func exif(_ orientation: UInt8) -> [UInt8] {
        let tiff: [UInt8] = [
            0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8,  // big-endian, the directory at 8
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,  // one entry, a short
            0, 0, 0, 0,  // no further directory
        ]
        let body = Array("Exif".utf8) + [0, 0] + tiff
        return [0xFF, Marker.exif, 0, UInt8(body.count + 2)] + body
    }
}
