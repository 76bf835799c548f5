import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Vault
import Web

extension CaseRoutes {
    /// Takes an uploaded file into a case.
    func attach(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let principal = request.principal
        // Before a byte is read: whoever may not write here sends nothing.
        _ = try await answering(request, id) {
            try await desk.database.read(request.scope) { try cases.requireOwn(id, by: principal, on: $0) }
        }
        do {
            let taken = try await AttachmentIntake(files: files).take(
                request.multipart(),
                of: id.retagged(),
                in: request.scope
            )
            guard let file = taken.file else { throw CaseError.refused(.fileMissing) }
            let body = EntryBody(title: taken.name, text: taken.fields["text"] ?? "")
            let files = files
            try await answering(request, id) {
                try await desk.database.write(request.scope) { connection in
                    try files.link(file.original, on: connection)
                    if file.shared != file.original { try files.link(file.shared, on: connection) }
                    try entries.add(EntryDraft(.attachment, body, file: file), to: id, by: principal, on: connection)
                }
            }
            return .seeOther(CaseNews.changed.at(CaseURL.file(id).url))
        } catch CaseError.refused(let refusal) {
            return try await casePage(request, id, refusal: refusal)
        }
    }

    /// Hands a file out: to others, and here unless the original is asked for, the copy without metadata.
    func download(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let entryID = try request.parameters.id(CaseEntryEntity.self, "entry")
        let wantsOriginal = try request.query().has("original")
        let principal = request.principal
        let found: (entry: CaseEntry, file: SealedFile)
        do {
            found = try await answering(request, id) {
                try await desk.database.read(request.scope) { connection in
                    let head = try cases.head(id, for: principal, on: connection)
                    let entry = try entries.entry(entryID, in: id, for: principal, on: connection)
                    let isOwn = head.owner == principal.organization
                    guard let files = entry.file, isOwn || entry.body != nil,
                        let file = try self.files.find(
                            isOwn && wantsOriginal ? files.original : files.shared,
                            on: connection
                        ), file.record == id.retagged()
                    else { throw CaseError.notFound }
                    return (entry, file)
                }
            }
        } catch CaseError.refused(.unknownEntry) {
            throw WebError.notFound
        }
        try await desk.appender.record([cases.leaf(.fileOpened, id, by: principal)])
        // A whole file is at most 25 MB; every chunk is checked before any of it is handed out.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(found.file.byteCount))
        for try await chunk in files.chunks(of: found.file, in: request.scope) { bytes += chunk }
        let type = found.entry.file?.mediaType ?? "application/octet-stream"
        // The name may say whose it is, and lands in histories; only its ending is told.
        let ending = found.entry.body?.title.split(separator: ".").last.map { String($0.prefix(8)) } ?? "bin"
        return .attachment(bytes, type: type, name: "file." + ending)
    }
}
