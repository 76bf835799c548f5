public import HTTPTypes
public import HummingbirdCore
public import JSON
public import Markup
public import NIOCore

/// What a handler answers.
public struct WebResponse: Sendable {
    /// The body: nothing, bytes, or bytes as they come.
    public enum Body: Sendable {
        case empty
        case bytes(ByteBuffer)
        /// Written piece by piece; the closure ends with the answer. Time limits don't reach it.
        case stream(@Sendable (inout any ResponseBodyWriter) async throws -> Void)
    }

    public var status: HTTPResponse.Status
    public var headers: HTTPFields
    public var body: Body

    public init(status: HTTPResponse.Status = .ok, headers: HTTPFields = HTTPFields(), body: Body = .empty) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Bytes of a kind.
    public static func bytes(
        _ bytes: [UInt8],
        type: String,
        status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        WebResponse(status: status, headers: [.contentType: type], body: .bytes(ByteBuffer(bytes: bytes)))
    }

    /// A page or a piece of one.
    public static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> WebResponse {
        bytes(html.bytes, type: "text/html; charset=utf-8", status: status)
    }

    /// Plain text.
    public static func text(_ text: String, status: HTTPResponse.Status = .ok) -> WebResponse {
        bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
    }

    /// JSON as written.
    public static func json(_ writer: JSONWriter, status: HTTPResponse.Status = .ok) -> WebResponse {
        bytes(writer.bytes, type: "application/json", status: status)
    }

    /// JSON: `.json { $0.object { $0.member("id", id.text) } }`.
    public static func json(status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) -> Void) -> WebResponse {
        var writer = JSONWriter()
        write(&writer)
        return json(writer, status: status)
    }

    /// Sends the browser to a page of this site with GET; the usual answer to a form.
    public static func seeOther(_ target: URLAttribute) -> WebResponse {
        WebResponse(status: .seeOther, headers: [.location: LocalPath(target).text])
    }

    /// Sends the browser to a checked path with GET.
    public static func seeOther(_ target: LocalPath) -> WebResponse {
        WebResponse(status: .seeOther, headers: [.location: target.text])
    }

    /// Done, and nothing to say.
    public static let noContent = WebResponse(status: .noContent)

    /// A download under a name of ASCII letters, digits, `.`, `-` and `_`; anything else in the name becomes `_`.
    public static func attachment(_ bytes: [UInt8], type: String, name: String) -> WebResponse {
        var response = WebResponse.bytes(bytes, type: type)
        let safe = name.unicodeScalars.map { scalar -> Character in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || scalar == "." || scalar == "-" || scalar == "_" ? Character(scalar) : "_"
        }
        response.headers[.contentDisposition] = "attachment; filename=\"\(String(safe))\""
        return response
    }

    /// The same answer with one more header.
    public func adding(_ name: HTTPField.Name, _ value: String) -> WebResponse {
        var response = self
        response.headers.append(HTTPField(name: name, value: value))
        return response
    }
}
