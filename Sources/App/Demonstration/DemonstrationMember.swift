import Access
import Domain

/// Somebody fictional who works for a fictional organisation.
struct DemonstrationMember {
    let email: String
    let name: String
    let role: Role

    /// Makes the account with a password of its own.
    func make(
        in organization: OrganizationID,
        named organizationName: String,
        _ passwords: DemonstrationPasswords,
        _ installation: Installation
    ) async throws -> (user: UserID, account: DemonstrationAccount) {
        guard let address = EmailAddress(email), let names = StaffNames(name: name, dutyName: name) else {
            throw OperationError("The demonstration's account \(email) is malformed.")
        }
        let password = passwords.next()
        let user = try await installation.access.addUser(
            AccountDraft(email: address, names: names),
            password: password,
            mustChangePassword: false,
            to: organization,
            as: role
        )
        let account = DemonstrationAccount(
            email: email,
            password: password,
            role: role.rawValue,
            organization: organizationName,
            organizationId: organization.text
        )
        return (user, account)
    }
}

/// Makes passwords that can be typed from a screen: four random words of six letters.
struct DemonstrationPasswords: Sendable {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    func next() -> String {
        let consonants = Array("bdfgklmnprstvz")
        let vowels = Array("aeiou")
        let bytes = surroundings.randomBytes(24)
        var words: [String] = []
        for word in 0..<4 {
            let letters = (0..<6).map { letter in
                let byte = Int(bytes[word * 6 + letter])
                return letter % 2 == 0 ? consonants[byte % consonants.count] : vowels[byte % vowels.count]
            }
            words.append(String(letters))
        }
        return words.joined(separator: "-")
    }
}
