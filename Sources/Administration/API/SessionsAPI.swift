import Access
import Domain
import HTTPTypes
import JSON
import Localization
import Web

/// Sessions of programs: `POST` signs in, `DELETE` ends one's own, `GET` says who one is.
struct SessionsAPI: Sendable {
    let desk: Desk
    let access: AccessServices
    let site: Site

    func register(in routes: inout RouteTable) {
        let guessing = RouteOptions(body: .usual(16_384), rate: .guessing)
        let always = RouteOptions(isOpenBeforePasswordChange: true)
        routes.post("api/v1/sessions", access: .everyone, options: guessing) { try await create($0) }
        routes.delete("api/v1/sessions", access: .right(.apiUse), options: always) { try await end($0) }
        routes.get("api/v1/session", access: .right(.apiUse)) { show($0) }
    }

    private func create(_ request: PublicRequest) async throws -> WebResponse {
        let credentials = try APICredentials(try await request.json())
        let result = try await access.signIn.attempt(
            email: credentials.email,
            password: credentials.password,
            code: credentials.code,
            kind: .api,
            client: .program,
            limits: credentials.limits
        )
        switch result {
        case .signedIn(let session, _):
            return .json(status: .created) { json in
                json.object { object in
                    object.member("token", session.token.text)
                    object.member("expiresAt", Formats.machineTime(milliseconds: session.expiresAt.milliseconds))
                }
            }
        case .needsSecondFactor:
            throw WebError(.unauthorized, code: "second_factor_needed") { $0.signIn.apiCodeNeeded }
        case .needsEnrolment:
            throw WebError(.unauthorized, code: "second_factor_not_set_up") { $0.signIn.apiEnrolmentNeeded }
        case .refused:
            throw WebError(.unauthorized, code: "wrong_credentials") { $0.signIn.refused }
        case .throttled(let until):
            throw WebError.tooManyRequests(retryAfter: Waiting.seconds(until: until, now: request.now))
        }
    }

    private func end(_ request: TenantRequest) async throws -> WebResponse {
        try await access.signIn.signOut(request.principal)
        site.events.close(session: request.principal.session)
        return .noContent
    }

    private func show(_ request: TenantRequest) -> WebResponse {
        let principal = request.principal
        let organization = desk.organizations.name(principal.organization, request.texts.language)
        return .json { json in
            json.object { object in
                object.member("id", principal.session.text)
                object.object("user") { user in
                    user.member("id", principal.user.text)
                    user.member("dutyName", principal.dutyName)
                }
                object.object("organization") { place in
                    place.member("id", principal.organization.text)
                    place.member("name", organization)
                }
                object.member("role", principal.role.rawValue)
                object.array("rights") { rights in
                    for granted in principal.rights.rights {
                        rights.object { right in
                            right.member("right", granted.right.rawValue)
                            right.member("reach", granted.reach.code)
                        }
                    }
                }
            }
        }
    }
}
