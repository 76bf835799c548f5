/// The sound of a name in one alphabet, whatever script and spelling it came in.
public enum NameFolding {
    /// Every word of `text` folded, in the order written, printed with one Cyrillic letter a sound (so that folding
    /// what was folded changes nothing). An empty text when nothing in it is a letter.
    ///
    /// `fold("Aizhamal Osmonova") == fold("Айжамал Осмонова")`
    public static func fold(_ text: String) -> String {
        var folded = ""
        var count = 0
        for stem in NameReader.words(text) {
            // Some letters are two sounds; what is longer than a text that is read whole would be cut when read again.
            count += stem.count + 1
            guard count <= NameReader.longest else { break }
            if !folded.isEmpty { folded.append(" ") }
            for place in 0..<stem.count { folded.append(letters[Int(stem[place]) - 1]) }
        }
        return folded
    }

    private static let letters: [Character] = Array("аеиоубвгджзклмнпрстфхцчш")
}
