import Foundation
import Localization

// Writes what follows from Content/locale/en.po; see `Options.usage`.
do {
    let options = try Options(CommandLine.arguments.dropFirst())
    exit(try Generation(options).run() ? 0 : 1)
} catch {
    FileHandle.standardError.write(Data("generate-texts: \(error)\n".utf8))
    exit(2)
}
