import Database
import Domain
import Testing
import Vault

@Suite("Sharing")
struct SharingTests {
    @Test(arguments: FieldGroup.allCases)
    func aGrantGivesExactlyItsGroups(group: FieldGroup) async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            _ = try await fixture.share(record, FieldGroups([group]))
            let groups = try await fixture.read(fixture.recipient) { keyring, connection in
                try keyring.open(record, on: connection)?.groups
            }
            #expect(groups == FieldGroups([group]))
            #expect(
                try await fixture.count("SELECT COUNT(*) FROM record_key_wrap WHERE grant_id IS NOT NULL") == 1
            )
        }
    }

    @Test func theSummaryIsExtendedWhenTheReferralIsAccepted() async throws {
        try await withFixture { fixture in
            let record = fixture.newRecordID()
            let (name, phone) = try await fixture.write(fixture.owner) { keyring, connection in
                let key = try keyring.newRecord(record, on: connection)
                return (try key.seal("Ион", .personNames), try key.seal("+37360000000", .personPhones))
            }
            let grant = try await fixture.share(record, .summary)
            #expect(try await fixture.openName(record, name, as: fixture.recipient) == "Ион")
            await #expect(throws: VaultError.groupNotHeld(.contact)) { try await openPhone(fixture, record, phone) }
            let extended = try await fixture.write(fixture.owner) { keyring, connection in
                try fixture.sharing.extend(grant.id, to: .full, by: keyring, on: connection)
            }
            #expect(extended.groups == .full)
            #expect(try await openPhone(fixture, record, phone) == "+37360000000")
        }
    }

    private func openPhone(_ fixture: Fixture, _ record: RecordID, _ sealed: [UInt8]) async throws -> String {
        try await fixture.read(fixture.recipient) { keyring, connection in
            try keyring.key(of: record, on: connection).openText(sealed, .personPhones)
        }
    }

    @Test func aRevokedGrantGivesNothing() async throws {
        try await withFixture { fixture in
            let (record, sealed) = try await fixture.newRecord()
            let grant = try await fixture.share(record, .full)
            let revoked = try await fixture.write(fixture.owner) { _, connection in
                _ = try fixture.sharing.revoke(grant.id, by: fixture.owner, on: connection)
                return try fixture.sharing.revoke(grant.id, by: fixture.owner, on: connection)
            }
            #expect(revoked.revokedAt == fixture.clock.now)
            #expect(try await fixture.openName(record, sealed, as: fixture.recipient) == nil)
            #expect(try await fixture.openName(record, sealed, as: fixture.owner) == "Айгүл")
            #expect(
                try await fixture.count("SELECT COUNT(*) FROM record_key_wrap WHERE grant_id IS NOT NULL") == 0
            )
        }
    }

    @Test func anExpiredGrantIsDeadBeforeTheSweep() async throws {
        try await withFixture { fixture in
            let (record, sealed) = try await fixture.newRecord()
            let grant = try await fixture.share(record)
            fixture.clock.advance(seconds: 86_399)
            #expect(try await fixture.openName(record, sealed, as: fixture.recipient) == "Айгүл")
            #expect(try await sweep(fixture) == [])
            fixture.clock.advance(seconds: 1)
            #expect(try await fixture.openName(record, sealed, as: fixture.recipient) == nil)
            #expect(
                try await fixture.count("SELECT COUNT(*) FROM record_key_wrap WHERE grant_id IS NOT NULL") == 1
            )
            #expect(try await sweep(fixture) == [grant.id])
            #expect(
                try await fixture.count("SELECT COUNT(*) FROM record_key_wrap WHERE grant_id IS NOT NULL") == 0
            )
            #expect(try await sweep(fixture) == [])
        }
    }

    private func sweep(_ fixture: Fixture) async throws -> [GrantID] {
        try await fixture.database.write(.system) { try fixture.sharing.sweepExpired(on: $0).map(\.id) }
    }

    @Test func aGrantCanBeginLater() async throws {
        try await withFixture { fixture in
            let (record, sealed) = try await fixture.newRecord()
            var draft = fixture.draft(record)
            draft.startsAt = fixture.clock.now.advanced(bySeconds: 60)
            let later = draft
            try await fixture.write(fixture.owner) { keyring, connection in
                let grant = try fixture.sharing.grant(later, by: keyring, on: connection)
                let extended = try fixture.sharing.extend(grant.id, to: .full, by: keyring, on: connection)
                #expect(extended.groups == .full)
            }
            #expect(try await fixture.openName(record, sealed, as: fixture.recipient) == nil)
            fixture.clock.advance(seconds: 60)
            #expect(try await fixture.openName(record, sealed, as: fixture.recipient) == "Айгүл")
        }
    }

    @Test func aRecordIsSharedOnceAtATime() async throws {
        try await withFixture { fixture in
            let (record, sealed) = try await fixture.newRecord()
            let first = try await fixture.share(record)
            await #expect(throws: VaultError.alreadyShared(first.id)) { try await fixture.share(record) }
            fixture.clock.advance(seconds: 86_400)
            let second = try await fixture.share(record)
            #expect(try await fixture.openName(record, sealed, as: fixture.recipient) == "Айгүл")
            let grants = try await fixture.read(fixture.owner) { _, connection in
                try fixture.sharing.grants(of: record, on: connection).map(\.id)
            }
            #expect(grants == [second.id, first.id])
        }
    }

    @Test func anEndedGrantIsNotExtended() async throws {
        try await withFixture { fixture in
            let revoked = try await fixture.share(fixture.newRecord().record)
            let expired = try await fixture.share(fixture.newRecord().record)
            try await fixture.write(fixture.owner) {
                _ = try fixture.sharing.revoke(revoked.id, by: fixture.owner, on: $1)
            }
            fixture.clock.advance(seconds: 86_400)
            for grant in [revoked, expired] {
                await #expect(throws: VaultError.noLiveGrant) {
                    try await fixture.write(fixture.owner) { keyring, connection in
                        _ = try fixture.sharing.extend(grant.id, to: .full, by: keyring, on: connection)
                    }
                }
            }
        }
    }

    @Test func onlyTheOwnerShares() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let grant = try await fixture.share(record, .full)
            var onward = fixture.draft(record)
            onward.recipient = fixture.stranger
            let draft = onward
            for organization in [fixture.recipient, fixture.stranger] {
                await #expect(throws: VaultError.notOwner) {
                    try await fixture.write(organization) { _ = try fixture.sharing.grant(draft, by: $0, on: $1) }
                }
                await #expect(throws: VaultError.noLiveGrant) {
                    try await fixture.write(organization) { keyring, connection in
                        _ = try fixture.sharing.extend(grant.id, to: .full, by: keyring, on: connection)
                    }
                }
                await #expect(throws: VaultError.noLiveGrant) {
                    try await fixture.write(organization) { _, connection in
                        _ = try fixture.sharing.revoke(grant.id, by: organization, on: connection)
                    }
                }
            }
        }
    }

    @Test func othersSeeNothingOfASharing() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let grant = try await fixture.share(record)
            for (organization, isParty) in [
                (fixture.owner, true), (fixture.recipient, true), (fixture.stranger, false),
            ] {
                let (one, all) = try await fixture.read(organization) { _, connection in
                    (
                        try fixture.sharing.grant(grant.id, on: connection),
                        try fixture.sharing.grants(of: record, on: connection)
                    )
                }
                #expect(one?.id == (isParty ? grant.id : nil))
                #expect(all.map(\.id) == (isParty ? [grant.id] : []))
            }
        }
    }

    @Test func nonsenseIsRefused() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            var toSelf = fixture.draft(record)
            toSelf.recipient = fixture.owner
            var unknown = fixture.draft(record)
            unknown.recipient = fixture.surroundings.newID()
            let drafts: [(GrantDraft, VaultError)] = [
                (toSelf, .notOwner),
                (unknown, .missingKey),
                (fixture.draft(record, []), .malformed("groups")),
                (fixture.draft(record, FieldGroups(rawValue: 1 << 40)), .malformed("groups")),
                (fixture.draft(record, days: 0), .malformed("end of grant")),
            ]
            for (draft, error) in drafts {
                await #expect(throws: error) {
                    try await fixture.write(fixture.owner) { _ = try fixture.sharing.grant(draft, by: $0, on: $1) }
                }
            }
            #expect(try await fixture.count("SELECT COUNT(*) FROM record_grant") == 0)
        }
    }
}
