import App
import ArgumentParser
import Foundation
#if canImport(Glibc)
import Glibc
#endif

/// Runs a command's work and turns its errors into one clear line and an exit code.
func running(_ work: () async throws -> Void) async throws {
    // Whatever a command makes is nobody else's to read.
    umask(0o077)
    do {
        try await work()
    } catch let code as ExitCode {
        throw code
    } catch let error as ValidationError {
        throw error
    } catch {
        let failure = CommandFailure(error)
        complain(failure.message)
        throw ExitCode(failure.exitCode)
    }
}

/// Writes a line to the standard error.
func complain(_ line: String) {
    FileHandle.standardError.write(Data("tirek: \(line)\n".utf8))
}

/// Writes a line to the standard output at once, so that a reader on a pipe sees progress.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}
