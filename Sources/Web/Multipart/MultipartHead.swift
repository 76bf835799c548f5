/// The boundary named by a `Content-Type` header; `nil` when there is none that RFC 2046 allows.
func multipartBoundary(_ contentType: String) -> [UInt8]? {
    let values = parameters(of: Array(contentType.utf8)).filter { $0.name == "boundary" }
    guard values.count == 1, let boundary = values.first?.value, (1...70).contains(boundary.count),
        boundary.last != 0x20, boundary.allSatisfy({ (0x20..<0x7F).contains($0) })
    else { return nil }
    return boundary
}

/// Reads a part's headers; only those of RFC 7578 mean anything.
func multipartHead(_ block: ArraySlice<UInt8>) throws(WebError) -> MultipartPart {
    var name: String?
    var fileName: String?
    var type = ""
    for line in block.split(separator: 0x0A).map({ $0.filter { $0 != 0x0D } }) where !line.isEmpty {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .badRequest(.form) }
        let field = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        let value = Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
        switch field {
        case "content-disposition":
            guard name == nil else { throw .badRequest(.form) }
            for parameter in parameters(of: value) {
                guard parameter.name == "name" || parameter.name == "filename" else { continue }
                guard let text = String(validating: parameter.value, as: UTF8.self) else {
                    throw .badRequest(.encoding)
                }
                if parameter.name == "name" { name = text } else { fileName = lastPathComponent(text) }
            }
        case "content-type":
            guard let text = String(validating: value.prefix(200), as: UTF8.self) else { throw .badRequest(.encoding) }
            type = text
        default: continue
        }
    }
    guard let name, !name.isEmpty else { throw .badRequest(.form) }
    return MultipartPart(name: name, fileName: fileName, type: type)
}

/// What remains of a file's name once folders and control characters are gone, at most 200 characters.
private func lastPathComponent(_ text: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if scalar == "/" || scalar == "\\" {
            name.removeAll()
        } else if scalar.value >= 0x20, scalar.value != 0x7F {
            name.append(scalar)
        }
    }
    return String(String.UnicodeScalarView(name.prefix(200)))
}

/// The parameters behind a header's first semicolon: names in lower case, quoted values unquoted. As browsers write
/// them, `%22` in a quoted name stands for a quotation mark.
private func parameters(of bytes: [UInt8]) -> [(name: String, value: [UInt8])] {
    var result: [(name: String, value: [UInt8])] = []
    guard var index = bytes.firstIndex(of: UInt8(ascii: ";")) else { return [] }
    while index < bytes.count {
        while index < bytes.count, bytes[index] == UInt8(ascii: ";") || bytes[index] == 0x20 || bytes[index] == 0x09 {
            index += 1
        }
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: ";") { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased().filter { $0 != " " }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
        index += 1
        var value: [UInt8] = []
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            index += 1
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                    index += 1
                }
                value.append(bytes[index])
                index += 1
            }
            index += 1
            while index < bytes.count, bytes[index] != UInt8(ascii: ";") { index += 1 }
        } else {
            while index < bytes.count, bytes[index] != UInt8(ascii: ";") {
                value.append(bytes[index])
                index += 1
            }
            while value.last == 0x20 || value.last == 0x09 { value.removeLast() }
        }
        result.append((name, value))
    }
    return result
}
