import Glibc

/// What every target of the fuzzer needs.
enum Finding {
    /// The bytes as text; what is no UTF-8 becomes replacement characters, as it does for a request.
    static func text(_ start: UnsafePointer<UInt8>?, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// Ends the process, so that the fuzzer keeps the input.
    static func expect(_ isTrue: Bool, _ finding: @autoclosure () -> String) {
        guard !isTrue else { return }
        // Straight to the error output: what `print` still holds would be lost.
        let line = Array("finding: \(finding())\n".utf8)
        _ = write(2, line, line.count)
        abort()
    }
}
