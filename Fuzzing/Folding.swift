// Whatever the bytes are, folding ends, and folding what was folded changes nothing.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = Finding.text(start, count)
    let folded = NameFolding.fold(text)
    Finding.expect(NameFolding.fold(folded) == folded, "folding again changes “\(folded)”")
    Finding.expect(NameFolding.fold(text) == folded, "folding twice gives two results")
    return 0
}
