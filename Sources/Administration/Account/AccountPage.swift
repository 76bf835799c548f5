import Access
import Domain
import Localization
import Markup
import Web

/// What the account's page shows.
struct AccountFacts: Sendable {
    let account: Account
    let sessions: [SessionSummary]
    /// Recovery codes that are left.
    let recoveryCodes: Int
    let isSecondFactorRequired: Bool
    let worksForSeveral: Bool
}

/// One's own account.
struct AccountPage {
    let facts: AccountFacts
    let principal: Principal
    let token: String
    let now: Instant
    let zone: String
    let organizationName: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        let sessions = SessionList(
            sessions: facts.sessions,
            current: principal.session,
            token: token,
            now: now,
            zone: zone,
            organizationName: organizationName
        )
        let password = Button(texts.account.changePassword, .link(AccountURL.password.url))
        return """
            \(PageHeader(texts.account.title).html(texts))\(identity(texts))\
            \(section("password", texts.account.passwordTitle, password.html))\
            \(section("second", texts.account.secondTitle, secondFactor(texts)))\
            \(section("language", texts.account.languageTitle, language(texts)))\
            \(section("sessions", texts.account.sessionsTitle, sessions.html(texts)))\
            \(section("lock", texts.account.lockTitle, lock(texts)))
            """
    }

    private func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        "<section id=\"\(id)\"><h2>\(title)</h2>\(content)</section>"
    }

    private func identity(_ texts: Texts) -> HTML {
        let list = DescriptionList([
            DescriptionList.Item(texts.members.name, text: facts.account.names.name, texts),
            DescriptionList.Item(texts.members.dutyName, text: facts.account.names.dutyName, texts),
            DescriptionList.Item(texts.members.email, text: facts.account.email, texts),
            DescriptionList.Item(texts.members.role, text: principal.role.title(texts), texts),
            DescriptionList.Item(texts.journal.place, text: organizationName(principal.organization), texts),
        ]).html(texts)
        guard facts.worksForSeveral else { return list }
        let target = SignInURL.organization.url(LocalPath(AccountURL.account.url))
        return "\(list)\(Toolbar([Button(texts.signIn.organizationTitle, .link(target))]).html)"
    }

    private func secondFactor(_ texts: Texts) -> HTML {
        guard facts.account.hasSecondFactor else {
            let button = Button(texts.account.secondSetUp, .link(AccountURL.secondFactor.url), style: .primary)
            return "\(Notice(.warning, texts.account.secondOff).html(texts))\(Toolbar([button]).html)"
        }
        var buttons = [Button(texts.account.recoveryNew, .link(AccountURL.recoveryCodes.url))]
        if !facts.isSecondFactorRequired {
            buttons.append(
                Button(texts.account.secondRemove, .link(AccountURL.removeSecondFactor.url), style: .destructive)
            )
        }
        return """
            <p>\(texts.account.secondOn)</p><p>\(texts.account.recoveryLeft(count: facts.recoveryCodes))</p>\
            \(Toolbar(buttons).html)
            """
    }

    private func language(_ texts: Texts) -> HTML {
        let choice = SelectField(
            "language",
            label: texts.account.languageTitle,
            options: LanguageOptions.all(texts),
            value: texts.language,
            placeholder: "",
            width: .medium
        ).html(texts)
        let next = NextPath.field(LocalPath(News.languageSaved.at(AccountURL.account.url)))
        let button = Button(texts.common.save).html
        return Form(ShellAddresses().language, token: token, content: "\(next)\(choice)\(button)").html(texts)
    }

    private func lock(_ texts: Texts) -> HTML {
        Confirmation(
            texts.account.lockTitle,
            explanation: texts.account.lockBody,
            confirmLabel: texts.account.lockTitle,
            action: AccountURL.lock.url,
            token: token
        ).html(texts)
    }
}

/// Where one is signed in, and the buttons that end it.
struct SessionList {
    let sessions: [SessionSummary]
    let current: SessionID
    let token: String
    let now: Instant
    let zone: String
    let organizationName: @Sendable (OrganizationID) -> String

    func html(_ texts: Texts) -> HTML {
        let table = Table(
            texts.account.sessionsTitle,
            columns: [
                TableColumn(texts.account.sessionKind, isHeading: true), TableColumn(texts.journal.place),
                TableColumn(texts.account.sessionStarted), TableColumn(texts.account.sessionSeen),
                TableColumn(texts.common.actions, hidesTitle: true),
            ]
        ).html(texts) { rows in
            for session in sessions {
                rows.row { row in
                    row.html(kind(session, texts))
                    row.text(organizationName(session.organization))
                    row.time(RelativeTime(session.createdAt, now: now, zone: zone), texts)
                    row.time(RelativeTime(session.lastSeenAt, now: now, zone: zone), texts)
                    row.html(session.id == current ? "" : end(session, texts))
                }
            }
        }
        guard sessions.contains(where: { $0.id != current }) else { return table }
        let others = Form(
            AccountURL.endOtherSessions.url,
            token: token,
            kind: "plain",
            content: Button(texts.account.sessionsEndOthers).html
        ).html(texts)
        return "\(table)\(others)"
    }

    private func kind(_ session: SessionSummary, _ texts: Texts) -> HTML {
        let client = session.client.title(texts)
        let mark: HTML = session.id == current ? " \(Badge(texts.account.sessionThis, .active).html)" : ""
        return "\(client)\(mark)"
    }

    private func end(_ session: SessionSummary, _ texts: Texts) -> HTML {
        Form(
            AccountURL.endSession(session.id).url,
            token: token,
            kind: "plain",
            content: Button(texts.account.sessionEnd, style: .quiet, about: session.client.title(texts)).html
        ).html(texts)
    }
}
