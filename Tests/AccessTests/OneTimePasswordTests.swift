@testable import Access
import Domain
import Testing

@Suite struct OneTimePasswordTests {
    /// RFC 6238, appendix B, SHA-1, reduced from eight digits to their last six.
    @Test(arguments: [
        (59, 94_287_082), (1_111_111_109, 7_081_804), (1_111_111_111, 14_050_471), (1_234_567_890, 89_005_924),
        (2_000_000_000, 69_279_037), (20_000_000_000, 65_353_130),
    ])
    func publishedVectors(seconds: Int64, code: UInt32) {
        let password = OneTimePassword(secret: Array("12345678901234567890".utf8))
        let step = OneTimePassword.step(at: Instant(milliseconds: seconds * 1000))
        #expect(password.truncated(step: step) % 100_000_000 == code)
        #expect(password.code(step: step).utf8.count == 6)
        #expect(UInt32(password.code(step: step)) == code % 1_000_000)
    }

    @Test func oneStepBesideIsTakenTwoAreNot() {
        let password = OneTimePassword(surroundings: .system)
        let now = Instant(milliseconds: 1_700_000_000_000)
        let step = OneTimePassword.step(at: now)
        for offset in Int64(-1)...1 {
            let code = password.code(step: step + offset)
            #expect(password.acceptedStep(for: code, at: now, after: nil) == step + offset)
        }
        let near = (-1...1).map { password.code(step: step + $0) }
        for offset in [Int64(-2), 2] where !near.contains(password.code(step: step + offset)) {
            #expect(password.acceptedStep(for: password.code(step: step + offset), at: now, after: nil) == nil)
        }
    }

    @Test func eachCodeWorksOnceAndNoneBeforeIt() {
        let password = OneTimePassword(secret: Array("12345678901234567890".utf8))
        let now = Instant(milliseconds: 1_700_000_000_000)
        let step = OneTimePassword.step(at: now)
        #expect(password.acceptedStep(for: password.code(step: step), at: now, after: step - 1) == step)
        #expect(password.acceptedStep(for: password.code(step: step), at: now, after: step) == nil)
        #expect(password.acceptedStep(for: password.code(step: step - 1), at: now, after: step) == nil)
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "１２３４５６", "000000\u{0}"])
    func whatIsNoCodeIsRefused(text: String) {
        let password = OneTimePassword(secret: Array("12345678901234567890".utf8))
        #expect(password.acceptedStep(for: text, at: Instant(milliseconds: 0), after: nil) == nil)
    }

    @Test func theAddressNamesIssuerAndSecret() {
        let password = OneTimePassword(secret: Array("12345678901234567890".utf8))
        #expect(
            password.uri(issuer: "Сеть Тирек", account: "A&O")
                == "otpauth://totp/%D0%A1%D0%B5%D1%82%D1%8C%20%D0%A2%D0%B8%D1%80%D0%B5%D0%BA:A%26O"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%D0%A1%D0%B5%D1%82%D1%8C%20%D0%A2%D0%B8%D1%80%D0%B5%D0%BA&algorithm=SHA1&digits=6&period=30"
        )
        #expect(password.readableSecret == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(OneTimePassword(surroundings: .system).secret.count == 20)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")])
    func base32Vectors(plain: String, encoded: String) {
        #expect(Base32.encode(Array(plain.utf8)) == encoded)
        #expect(Base32.decode(encoded.lowercased()) == Array(plain.utf8))
    }

    @Test func recoveryCodesReadBackHoweverTheyAreTyped() throws {
        let code = RecoveryCode(surroundings: .system)
        #expect(code.text.split(separator: "-").map(\.count) == [4, 4, 4, 4])
        #expect(RecoveryCode(code.text) == code)
        #expect(RecoveryCode(code.text.lowercased().replacing("-", with: " ")) == code)
        #expect(RecoveryCode("ABCD-EFGH") == nil)
        #expect(RecoveryCode("ABCD-EFGH-IJKL-MNO1") == nil)
        #expect(code.hash(pepper: [1]) != code.hash(pepper: [2]))
    }
}
