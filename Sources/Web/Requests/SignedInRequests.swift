public import Access
@_spi(TenantScopes) public import Domain
public import Localization

/// A request from a signed-in member of staff who acts for one organisation.
///
/// Only ``TenantAccess`` makes one, so identity and tenant are facts of the type. This file alone makes tenant scopes
/// for requests.
public struct TenantRequest: IncomingRequest {
    public let core: RequestCore
    public let texts: Texts
    /// Who is asking, with the rights of this moment.
    public let principal: Principal
    /// The right to touch the rows of the principal's organisation.
    public let scope: TenantScope
    /// How far the log of events had come before anything was read for the answer.
    public let eventPosition: Int64?

    fileprivate init(_ core: RequestCore, _ principal: Principal) {
        self.core = core
        self.principal = principal
        texts = core.texts
        scope = TenantScope(organization: principal.organization)
        eventPosition = core.site.hooks.eventPosition(scope)
    }

    public var signedIn: Principal? { principal }
    public var csrfToken: String { principal.csrfToken }
}

/// A request from somebody who runs the installation.
public struct InstallationRequest: IncomingRequest {
    public let core: RequestCore
    public let texts: Texts
    public let principal: Principal
    /// The scope of the installation's pseudo-organisation, to which its administrators belong.
    public let scope: TenantScope

    fileprivate init(_ core: RequestCore, _ principal: Principal) {
        self.core = core
        self.principal = principal
        texts = core.texts
        scope = TenantScope(organization: principal.organization)
    }

    public var signedIn: Principal? { principal }
    public var csrfToken: String { principal.csrfToken }
}

/// A request in a session whose second factor is still to come.
public struct PendingRequest: IncomingRequest {
    public let core: RequestCore
    public let texts: Texts
    public let pending: PendingSession

    fileprivate init(_ core: RequestCore, _ pending: PendingSession) {
        self.core = core
        self.pending = pending
        texts = core.texts
    }

    public var signedIn: Principal? { nil }
    public var csrfToken: String { pending.csrfToken }
}

extension PublicAccess: RouteAccess {
    public var requirement: AccessRequirement { .everyone }

    public func admit(_ core: RequestCore, _ caller: Caller) -> Admission<PublicRequest> {
        .admitted(PublicRequest(core, signedIn: caller.principal))
    }
}

extension TenantAccess: RouteAccess {
    public var requirement: AccessRequirement { right.map { .right($0) } ?? .signedIn }

    public func admit(_ core: RequestCore, _ caller: Caller) -> Admission<TenantRequest> {
        guard let principal = caller.principal else { return .refused(.notSignedIn) }
        if let right, !principal.may(right) { return .refused(.missingRight) }
        return .admitted(TenantRequest(core, principal))
    }
}

extension InstallationAccess: RouteAccess {
    public var requirement: AccessRequirement { .installation }

    public func admit(_ core: RequestCore, _ caller: Caller) -> Admission<InstallationRequest> {
        guard let principal = caller.principal else { return .refused(.notSignedIn) }
        guard principal.organization == .installation, principal.may(.installationManage) else {
            return .refused(.missingRight)
        }
        return .admitted(InstallationRequest(core, principal))
    }
}

extension PendingAccess: RouteAccess {
    public var requirement: AccessRequirement { .pendingSecondFactor }

    public func admit(_ core: RequestCore, _ caller: Caller) -> Admission<PendingRequest> {
        guard case .pending(let pending) = caller else { return .refused(.notSignedIn) }
        return .admitted(PendingRequest(core, pending))
    }
}
