/// Safety rule 10: where a contact may endanger, nothing shows who calls. Pure.
public enum NeutralSender {
    /// Whether letters, messages and call-backs keep silent about the organisation.
    ///
    /// - Parameters:
    ///   - isWished: the person's record asks for a neutral sender.
    ///   - othersHear: the number is an employer's or shared, or belongs to a relative.
    ///   - organizationEndangers: being in touch with this organisation is dangerous where the person is.
    /// - Returns: whether any of them holds.
    public static func isDue(isWished: Bool, othersHear: Bool, organizationEndangers: Bool) -> Bool {
        isWished || othersHear || organizationEndangers
    }

    /// What is shown or said as the sender.
    public static func name(isNeutral: Bool, organization: String, neutral: String) -> String {
        isNeutral ? neutral : organization
    }
}
