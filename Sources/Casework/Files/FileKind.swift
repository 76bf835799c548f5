/// The kinds of files that a case takes, told by their first bytes; neither the sender's word nor the name decides.
public enum FileKind: String, CaseIterable, Sendable, Hashable {
    case jpeg, png, webp, pdf
    /// Word, Excel and OpenDocument files of today are archives.
    case office
    /// Word and Excel files of before 2007.
    case oldOffice
    case mp3, ogg, wav
    /// MPEG-4: recordings and videos.
    case mp4
    case text

    /// How many bytes tell the kind.
    public static let probeByteCount = 512

    /// The kind of a file that begins so; `nil` for one that is not taken.
    public init?(beginning bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(Self.probeByteCount))
        func has(_ signature: [UInt8], at offset: Int = 0) -> Bool {
            head.count >= offset + signature.count
                && head[offset..<(offset + signature.count)].elementsEqual(signature)
        }
        func has(_ text: String, at offset: Int = 0) -> Bool { has(Array(text.utf8), at: offset) }
        if has([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if has("RIFF"), has("WEBP", at: 8) {
            self = .webp
        } else if has("RIFF"), has("WAVE", at: 8) {
            self = .wav
        } else if has("%PDF-") {
            self = .pdf
        } else if has([0x50, 0x4B, 0x03, 0x04]) {
            self = .office
        } else if has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .oldOffice
        } else if has("OggS") {
            self = .ogg
        } else if has("ID3") || has([0xFF, 0xFB]) || has([0xFF, 0xF3]) || has([0xFF, 0xF2]) {
            self = .mp3
        } else if has("ftyp", at: 4), !Self.pictureBrands.contains(where: { has($0, at: 8) }) {
            self = .mp4
        } else if Self.isPlainText(head) {
            self = .text
        } else {
            return nil
        }
    }

    /// HEIF pictures look like films and carry places that can't be taken out.
    private static let pictureBrands = ["heic", "heix", "hevc", "mif1", "msf1", "avif"]

    /// Words that begin something which a browser or a shell would run.
    private static let active = ["<", "#!", "%!", "{\\rtf"]

    private static func isPlainText(_ head: [UInt8]) -> Bool {
        guard !head.isEmpty, !head.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x0C].contains($0) }) else {
            return false
        }
        // A piece may end within a character: up to three bytes of it are left out.
        let isText = (0...3).contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
        let text = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return isText && !active.contains { text.hasPrefix($0) }
    }

    /// What names of such files end in.
    public var extensions: Set<String> {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jfif"]
        case .png: ["png"]
        case .webp: ["webp"]
        case .pdf: ["pdf"]
        case .office: ["docx", "xlsx", "odt", "ods"]
        case .oldOffice: ["doc", "xls"]
        case .mp3: ["mp3"]
        case .ogg: ["ogg", "oga", "opus"]
        case .wav: ["wav"]
        case .mp4: ["mp4", "m4a", "m4v", "mov", "3gp"]
        case .text: ["txt", "csv", "md"]
        }
    }

    /// Whether a file with this name may be of this kind. An archive must say which document it is; else a name
    /// without an ending is taken as it is.
    public func fits(name: String) -> Bool {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return self != .office }
        return extensions.contains(name[name.index(after: dot)...].lowercased())
    }

    /// Its media type, under which it is handed out.
    public var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .webp: "image/webp"
        case .pdf: "application/pdf"
        case .office, .oldOffice: "application/octet-stream"
        case .mp3: "audio/mpeg"
        case .ogg: "audio/ogg"
        case .wav: "audio/wav"
        case .mp4: "video/mp4"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// Whether it is a picture that says where and when it was taken.
    public var isPicture: Bool { self == .jpeg || self == .png || self == .webp }
}
