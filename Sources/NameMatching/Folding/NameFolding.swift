/// The sound of a name in one alphabet, whatever script and spelling it came in.
public enum NameFolding {
    /// Every word of `text` folded, in the order written, printed with one Cyrillic letter a sound (so that folding
    /// what was folded changes nothing). An empty text when nothing in it is a letter.
    ///
    /// `fold("Aizhamal Osmonova") == fold("Айжамал Осмонова")`
    public static func fold(_ text: String) -> String {
        NameReader.words(text).map { stem in
            String((0..<stem.count).map { letters[Int(stem[$0]) - 1] })
        }
        .joined(separator: " ")
    }

    private static let letters: [Character] = Array("аеиоубвгджзклмнпрстфхцчш")
}
