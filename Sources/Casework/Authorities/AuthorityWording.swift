public import Localization

/// The words that are read to the person before they agree. A published wording is never changed: another one gets the
/// next number, and each authority keeps the number of the one that was read.
public enum AuthorityWording {
    /// The wording that is read now.
    public static let current: Int64 = 1

    /// The sentences to be read aloud, in the language of the texts, with the recipient's name in them. A recipient that
    /// belongs to a state has a sentence of its own (design, safety rule 4).
    public static func sentences(recipient: String, isState: Bool, _ texts: Texts) -> [String] {
        var sentences = [
            texts.authority.wording1Who(recipient: recipient),
            texts.authority.wording1Free,
            texts.authority.wording1Withdraw,
        ]
        if isState { sentences.append(texts.authority.wording1State) }
        return sentences
    }
}
