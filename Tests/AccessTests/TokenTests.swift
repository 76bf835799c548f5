@testable import Access
import Domain
import Testing

@Suite struct TokenTests {
    @Test func tokensAre256BitsAndReadBack() throws {
        let token = SessionToken(surroundings: .system)
        #expect(token.text.utf8.count == 43)
        #expect(SessionToken(token.text) == token)
        #expect(token.hash.count == 32)
        #expect(SessionToken(surroundings: .system) != token)
        #expect(token.csrfToken.utf8.count == 43)
        #expect(token.csrfToken != token.text)
        #expect(token.csrfToken == SessionToken(token.text)?.csrfToken)
    }

    @Test(arguments: ["", "a", "%%", "ё", "AAAA+AAA", "AAAA/AAA", "AAAA="])
    func whatIsNoTokenIsRefused(text: String) {
        #expect(SessionToken(text) == nil)
        #expect(TicketToken(text) == nil)
    }

    @Test func looseBitsAtTheEndAreRefused() {
        #expect(Base64URL.decode("AA".utf8) == [0])
        #expect(Base64URL.decode("AB".utf8) == nil)
        #expect(Base64URL.decode("A".utf8) == nil)
        #expect(SessionToken(String(repeating: "A", count: 43)) != nil)
        #expect(SessionToken(String(repeating: "A", count: 42) + "B") == nil)
        #expect(SessionToken(String(repeating: "A", count: 42) + "+") == nil)
        #expect(SessionToken(String(repeating: "A", count: 47)) == nil)
    }

    @Test func base64ReadsBackAtEveryLength() {
        for count in 0..<70 {
            let bytes = Surroundings.system.randomBytes(count)
            #expect(Base64URL.decode(Base64URL.encode(bytes).utf8) == bytes)
            #expect(Base64URL.decodePlain(Base64URL.encodePlain(bytes).utf8) == bytes)
        }
    }

    @Test func labelsOpenOnlyWithTheirTokenAndSession() throws {
        let token = SessionToken(surroundings: .system)
        let session = SessionID(high: 1, low: 2)
        let sealed = try token.seal(label: "Айжан", session: session, surroundings: .system)
        #expect(try sealed.withUnsafeBytes { try token.open(label: $0, session: session) } == "Айжан")
        #expect(throws: (any Error).self) {
            try sealed.withUnsafeBytes { try token.open(label: $0, session: SessionID(high: 1, low: 3)) }
        }
        #expect(throws: (any Error).self) {
            try sealed.withUnsafeBytes {
                try SessionToken(surroundings: .system).open(label: $0, session: session)
            }
        }
    }

    @Test func browsersAreToldApartCoarsely() {
        let edge = "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0"
        #expect(ClientKind(userAgent: edge) == .edge)
        #expect(ClientKind(userAgent: "Mozilla/5.0 (X11) Gecko/20100101 Firefox/120.0") == .firefox)
        #expect(ClientKind(userAgent: "Mozilla/5.0 AppleWebKit Chrome/120.0 Safari/537.36") == .chrome)
        #expect(ClientKind(userAgent: "Mozilla/5.0 Version/17.0 Safari/605") == .safari)
        #expect(ClientKind(userAgent: "curl/8") == .other)
        #expect(ClientKind(userAgent: nil) == .other)
    }

    @Test func delaysDoubleUpToAQuarterOfAnHour() {
        #expect((0..<5).map { SignInCounter.delay(after: $0) } == [0, 0, 0, 0, 0])
        #expect((5..<9).map { SignInCounter.delay(after: $0) } == [5, 10, 20, 40])
        #expect(SignInCounter.delay(after: 13) == 900)
        #expect(SignInCounter.delay(after: 5_000) == 900)
    }

    @Test(arguments: [
        "a@b.kg", " Aida.Osmonova@Example.ORG ", "айда@почта.рф", "x+tag@sub.example.org",
    ])
    func addressesAreRead(text: String) throws {
        let address = try #require(EmailAddress(text))
        #expect(address.normalized == address.normalized.lowercased())
        #expect(EmailAddress(address.normalized)?.normalized == address.normalized)
    }

    @Test(arguments: ["", "a", "@b.kg", "a@", "a@b", "a@b..kg", "a@@b.kg", "a b@c.kg", "a@b.kg\u{202E}", "a<b@c.kg"])
    func whatIsNoAddressIsRefused(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test func staffNamesReadBack() throws {
        let names = try #require(StaffNames(name: "Осмонова Айжамал", dutyName: "Ая"))
        #expect(StaffNames(encoded: names.encoded) == names)
        #expect(StaffNames(encoded: [0, 0, 0, 9, 65]) == nil)
        #expect(StaffNames(name: "  ", dutyName: "x") == nil)
        #expect(StaffNames(name: "x\u{0}", dutyName: "x") == nil)
    }
}
