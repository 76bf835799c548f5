public import Domain
public import Markup

/// Every address of the cases' pages.
public enum CaseURL {
    case list
    case listed(CaseQuery)
    case new
    case newFor(PersonID)
    case file(CaseID)
    case print(CaseID)
    case fields(CaseID)
    case members(CaseID)
    case outcome(CaseID)
    case bars(CaseID)
    case close(CaseID)
    case reopen(CaseID)
    case undo(CaseID)
    case entries(CaseID)
    case newEntry(CaseID, EntryKind)
    case entry(CaseID, CaseEntryID)
    case act(CaseID, CaseEntryID)
    case files(CaseID)
    case download(CaseID, CaseEntryID)
    case employers(CaseID)
    case employerList
    case employer(EmployerID)
    case day

    public var url: URLAttribute {
        switch self {
        case .list: .path("cases")
        case .listed(let query): Self.address(of: query)
        case .new: .path("cases", "new")
        case .newFor(let person): URLAttribute.path("cases", "new").adding(query: "person", person.text)
        case .file(let id): .path("cases", id.text)
        case .print(let id): .path("cases", id.text, "print")
        case .fields(let id): .path("cases", id.text, "fields")
        case .members(let id): .path("cases", id.text, "members")
        case .outcome(let id): .path("cases", id.text, "outcome")
        case .bars(let id): .path("cases", id.text, "bars")
        case .close(let id): .path("cases", id.text, "close")
        case .reopen(let id): .path("cases", id.text, "reopen")
        case .undo(let id): .path("cases", id.text, "undo")
        case .entries(let id): .path("cases", id.text, "entries")
        case .newEntry(let id, let kind):
            URLAttribute.path("cases", id.text, "entries", "new").adding(query: "kind", kind.rawValue)
        case .entry(let id, let entry): .path("cases", id.text, "entries", entry.text)
        case .act(let id, let entry): .path("cases", id.text, "entries", entry.text, "act")
        case .files(let id): .path("cases", id.text, "files")
        case .download(let id, let entry): .path("cases", id.text, "files", entry.text)
        case .employers(let id): .path("cases", id.text, "employers")
        case .employerList: .path("employers")
        case .employer(let id): .path("employers", id.text)
        case .day: .path("day")
        }
    }

    private static func address(of query: CaseQuery) -> URLAttribute {
        var url = URLAttribute.path("cases")
        if query.box != .own { url = url.adding(query: "box", query.box.rawValue) }
        if query.activity != .open { url = url.adding(query: "show", query.activity.rawValue) }
        if query.worker != nil { url = url.adding(query: "mine", "1") }
        if query.isUnassigned { url = url.adding(query: "nobody", "1") }
        if query.dueBy != nil { url = url.adding(query: "due", "1") }
        if let status = query.status { url = url.adding(query: "status", status.rawValue) }
        if let problem = query.problem { url = url.adding(query: "problem", problem.rawValue) }
        if let after = query.after { url = url.adding(query: "after", after.text) }
        if let before = query.before { url = url.adding(query: "before", before.text) }
        return url
    }
}
