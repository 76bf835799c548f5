public import Access

/// What a route asks of its caller, as a type: it decides which request its handler gets.
public protocol RouteAccess: Sendable {
    associatedtype Request: IncomingRequest

    /// The same as a plain value, for listings and the access matrix.
    var requirement: AccessRequirement { get }

    /// Lets the caller in or says why not.
    func admit(_ core: RequestCore, _ caller: Caller) -> Admission<Request>
}

/// A route's requirement as a plain value.
public enum AccessRequirement: Sendable, Hashable {
    case everyone
    case signedIn
    case right(Right)
    case installation
    case pendingSecondFactor
}

/// Who a request's cookie or bearer token stands for.
public enum Caller: Sendable {
    case nobody
    case signedIn(Principal)
    case pending(PendingSession)

    var principal: Principal? {
        if case .signedIn(let principal) = self { principal } else { nil }
    }

    /// The form token of the caller's session.
    var csrfToken: String? {
        switch self {
        case .nobody: nil
        case .signedIn(let principal): principal.csrfToken
        case .pending(let pending): pending.csrfToken
        }
    }
}

/// The answer of ``RouteAccess/admit(_:_:)``.
public enum Admission<Request: Sendable>: Sendable {
    case admitted(Request)
    case refused(Refusal)

    /// Why a caller isn't let in.
    public enum Refusal: Sendable {
        case notSignedIn
        /// Answered exactly like a page that doesn't exist.
        case missingRight
    }
}

/// Open to everyone.
public struct PublicAccess: Sendable {
    init() {}
}

/// For signed-in staff, with or without a certain right.
public struct TenantAccess: Sendable {
    let right: Right?
}

/// For those who run the installation.
public struct InstallationAccess: Sendable {
    init() {}
}

/// For sessions whose second factor is still to come.
public struct PendingAccess: Sendable {
    init() {}
}

extension RouteAccess where Self == PublicAccess {
    /// Open to everyone; the handler gets a ``PublicRequest``.
    public static var everyone: PublicAccess { PublicAccess() }
}

extension RouteAccess where Self == TenantAccess {
    /// For whoever is signed in; the handler gets a ``TenantRequest``.
    public static var signedIn: TenantAccess { TenantAccess(right: nil) }

    /// For those with a right; to others the page doesn't exist. The handler gets a ``TenantRequest``.
    public static func right(_ right: Right) -> TenantAccess { TenantAccess(right: right) }
}

extension RouteAccess where Self == InstallationAccess {
    /// For those who run the installation; the handler gets an ``InstallationRequest``.
    public static var installation: InstallationAccess { InstallationAccess() }
}

extension RouteAccess where Self == PendingAccess {
    /// For sessions whose second factor is still to come; the handler gets a ``PendingRequest``.
    public static var pendingSecondFactor: PendingAccess { PendingAccess() }
}
