public import Access
public import Domain
import Logging
import Synchronization
public import Vault

/// Writes and undoes imports in the background, so that a browser need not wait.
public final class ImportWorker: Sendable {
    private let services: ImportServices
    private let erasure: Erasure
    private let running = Mutex<Set<ImportID>>([])

    public init(_ services: ImportServices, erasure: Erasure) {
        self.services = services
        self.erasure = erasure
    }

    /// Begins to write an import unless something is being done with it already.
    public func start(_ id: ImportID, by principal: Principal, in scope: TenantScope) {
        work(on: id) { services, _ in
            try await ImportRunner(services, scope: scope).write(id, by: principal)
        }
    }

    /// Begins or goes on to undo an import; who asked for it had entered their password again.
    public func undo(_ id: ImportID, by principal: Principal, in scope: TenantScope) {
        work(on: id) { services, erasure in
            try await ImportUndo(services, scope: scope, erasure: erasure).run(id, by: principal)
        }
    }

    /// Whether this process is writing or undoing an import.
    public func isRunning(_ id: ImportID) -> Bool {
        running.withLock { $0.contains(id) }
    }

    private func work(on id: ImportID, _ job: @escaping @Sendable (ImportServices, Erasure) async throws -> Void) {
        guard running.withLock({ $0.insert(id).inserted }) else { return }
        Task.detached(priority: .utility) { [self] in
            do {
                try await job(services, erasure)
            } catch {
                Logger(label: "tirek.import").error(
                    "The work on an import stopped.",
                    metadata: ["import": "\(id)", "error": "\(error)"]
                )
            }
            running.withLock { _ = $0.remove(id) }
        }
    }
}
