import Access
import Domain
import Localization
import Markup
import Web

/// What was typed about somebody to invite.
struct InvitationInput {
    var name = ""
    var dutyName = ""
    var email = ""
    var role = ""

    init() {}

    /// Reads the form; notes what is wrong with it.
    init(_ form: FormData, _ errors: inout FormErrors) {
        name = errors.text(form, "name", atMost: 200)
        dutyName = errors.text(form, "duty_name", atMost: 200)
        email = form.trimmed("email")
        role = form["role"]
    }

    /// The account to be made; `nil` when the errors say why not.
    func draft(_ errors: inout FormErrors) -> AccountDraft? {
        if name.isEmpty { errors.add("name", "required") { $0.members.nameMissing } }
        if dutyName.isEmpty { errors.add("duty_name", "required") { $0.members.dutyMissing } }
        let address = EmailAddress(email)
        if address == nil { errors.add("email", "invalid") { $0.members.emailInvalid } }
        guard errors.isEmpty, let address else { return nil }
        guard let names = StaffNames(name: name, dutyName: dutyName) else {
            errors.add("name", "invalid") { $0.members.nameMissing }
            return nil
        }
        return AccountDraft(email: address, names: names)
    }
}

/// Makes invitations and words their links, for one's own colleagues and for the managers of new organisations.
struct Invitations: Sendable {
    /// What came of an invitation.
    enum Outcome {
        case invited(name: String, ticket: IssuedTicket?)
        /// Not made; the errors say why.
        case refused(FormErrors)
    }

    let access: AccessServices
    /// Stands before the paths of links.
    let publicAddress: String

    /// Invites somebody as a certain role; the caller has asked the policy.
    func invite(
        _ input: InvitationInput,
        _ errors: FormErrors,
        to organization: OrganizationID,
        as role: Role?,
        by principal: Principal
    ) async throws -> Outcome {
        var errors = errors
        if role == nil { errors.add("role", "required") { $0.members.roleMissing } }
        guard let draft = input.draft(&errors), let role else { return .refused(errors) }
        do {
            let invited = try await access.invite(draft, to: organization, as: role, by: ActingUser(principal))
            return .invited(name: draft.names.name, ticket: invited.ticket)
        } catch AccessError.alreadyAMember {
            errors.add("email", "taken") { $0.members.emailTaken }
            return .refused(errors)
        }
    }

    /// The address to hand over.
    func address(of ticket: IssuedTicket) -> String {
        publicAddress + InvitationURL.url(ticket.token).string
    }
}
