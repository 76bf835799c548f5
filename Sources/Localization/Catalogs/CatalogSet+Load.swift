public import Foundation

extension CatalogSet {
    /// Reads every `LANG.po` of a directory, in the order of their names.
    ///
    /// - Throws: ``CatalogError`` for a file that cannot be used; Foundation's errors for one that cannot be read.
    public static func load(directory: URL) throws -> CatalogSet {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
            .filter { $0.hasSuffix(".po") }
            .sorted()
        let catalogs = try names.map { name in
            let bytes = [UInt8](try Data(contentsOf: directory.appendingPathComponent(name)))
            let catalog = try Catalog(parsing: bytes, name: name)
            guard name == catalog.language + ".po" else {
                throw CatalogError(file: name, line: 1, reason: "the header says Language: \(catalog.language)")
            }
            return catalog
        }
        return CatalogSet(catalogs)
    }

    /// Reads every `LANG.po` of the directory at a path.
    public static func load(directory: String) throws -> CatalogSet {
        try load(directory: URL(fileURLWithPath: directory, isDirectory: true))
    }
}
