public import HTTPTypes

/// One call of the programming interface, as `/api/openapi.json` describes it. Each room describes its own; a test
/// holds the descriptions against the routes.
public struct APIOperation: Sendable {
    public let method: HTTPRequest.Method
    /// As in the route table, such as `api/v1/cases/:id`.
    public let path: String
    /// One English sentence.
    public let summary: String
    public let query: [APIMember]
    /// The members of the request's body; `nil` for a call without one.
    public let body: [APIMember]?
    /// The members of the answer's body; `nil` for an answer without one.
    public let answer: [APIMember]?
    /// The status of the usual answer.
    public let status: Int
    /// Other statuses that a caller must expect beside 400, 401, 404 and 429, and why.
    public let refusals: [Int: String]

    public init(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ summary: String,
        query: [APIMember] = [],
        body: [APIMember]? = nil,
        answer: [APIMember]? = nil,
        status: Int = 200,
        refusals: [Int: String] = [:]
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.query = query
        self.body = body
        self.answer = answer
        self.status = status
        self.refusals = refusals
    }
}

/// A member of a body, or a parameter of a query.
public struct APIMember: Sendable {
    /// What a value is, in the terms of JSON Schema.
    public indirect enum Shape: Sendable {
        case text
        case date
        case instant
        case id
        case integer
        case number
        case flag
        /// One of a list of codes.
        case code([String])
        case list(of: Shape)
        case object([APIMember])
    }

    public let name: String
    public let shape: Shape
    public let isRequired: Bool
    public let note: String?

    public init(_ name: String, _ shape: Shape, isRequired: Bool = false, note: String? = nil) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.note = note
    }
}
