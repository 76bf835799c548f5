public import Access
public import Domain
import Logging
import Synchronization

/// Writes imports in the background, one at a time, so that a browser need not wait.
public final class ImportWorker: Sendable {
    private let services: ImportServices
    private let running = Mutex<Set<ImportID>>([])

    public init(_ services: ImportServices) {
        self.services = services
    }

    /// Begins to write an import unless it is being written already.
    public func start(_ id: ImportID, by principal: Principal, in scope: TenantScope) {
        guard running.withLock({ $0.insert(id).inserted }) else { return }
        Task {
            do {
                try await ImportRunner(services, scope: scope).write(id, by: principal)
            } catch {
                Logger(label: "tirek.import").error(
                    "An import stopped.",
                    metadata: ["import": "\(id)", "error": "\(error)"]
                )
            }
            running.withLock { _ = $0.remove(id) }
        }
    }

    /// Whether this process is writing an import.
    public func isRunning(_ id: ImportID) -> Bool {
        running.withLock { $0.contains(id) }
    }
}
