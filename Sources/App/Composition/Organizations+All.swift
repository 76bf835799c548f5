import Access
import Database
import Domain

extension Organizations {
    /// Every organisation that has keys and members: those of the network, closed ones too, and the installation.
    func all(on connection: any Connection) throws -> [Organization] {
        let installation = try find(.installation, on: connection)
        return try list(all: true, on: connection) + [installation].compactMap { $0 }
    }
}
