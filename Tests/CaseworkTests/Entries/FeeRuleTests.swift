import Casework
import Domain
import TestSupport
import Testing

@Suite("Fees on recovered money (safety rule 11)")
struct FeeRuleTests {
    private func payment(_ fee: Int64?, _ currency: String = "RUB") throws -> EntryBody.PaymentPart {
        let roubles = try #require(CurrencyCode("RUB"))
        var payment = EntryBody.PaymentPart(amount: Money(hundredths: 4_000_000, currency: roubles), route: "card")
        let unit = try #require(CurrencyCode(currency))
        payment.fee = fee.map { EntryBody.AmountPart(Money(hundredths: $0, currency: unit)) }
        return payment
    }

    @Test("No fee needs no words; a fee is refused until the story names it in figures")
    func shown() throws {
        #expect(FeeRule.refusal(try payment(nil), story: "") == nil)
        #expect(FeeRule.refusal(try payment(0), story: "") == nil)
        for story in ["", "Наша доля", "Взяли 10 %", "Взяли 150", "Взяли 15 000", "1500%", "1500 %"] {
            #expect(FeeRule.refusal(try payment(150_000), story: story) == .feeHidden, "\(story)")
        }
        for story in ["Взяли 1500 по договору 7", "1 500 RUB", "Fee: 1.500,00", "1,500.00", "1\u{A0}500."] {
            #expect(FeeRule.refusal(try payment(150_000), story: story) == nil, "\(story)")
        }
        #expect(FeeRule.refusal(try payment(150_050), story: "1500,50") == nil)
        #expect(FeeRule.refusal(try payment(150_050), story: "1500,5") == nil)
        #expect(FeeRule.refusal(try payment(150_050), story: "1500") == .feeHidden)
    }

    @Test("A fee in other money, below nothing or above what was paid is never shown enough")
    func impossible() throws {
        #expect(FeeRule.refusal(try payment(150_000, "KGS"), story: "1500") == .feeHidden)
        #expect(FeeRule.refusal(try payment(-150_000), story: "1500") == .feeHidden)
        #expect(FeeRule.refusal(try payment(4_000_100), story: "40001") == .feeHidden)
        #expect(FeeRule.refusal(try payment(4_000_000), story: "40 000") == nil)
    }

    @Test("A payment with a hidden fee isn't written down, and none is hidden later", arguments: TestEngine.available)
    func written(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (entries, home) = (house.entries, house.home)
            var body = EntryBody(text: "Вернули")
            body.payment = try payment(150_000)
            let hidden = body
            await #expect(throws: CaseError.refused(.feeHidden)) {
                try await house.write(as: home) {
                    _ = try entries.add(EntryDraft(.payment, hidden), to: made.id, by: home, on: $0)
                }
            }
            body.text = "Вернули, по договору взяли 1500"
            let shown = body
            let id = try await house.write(as: home) {
                try entries.add(EntryDraft(.payment, shown), to: made.id, by: home, on: $0)
            }
            await #expect(throws: CaseError.refused(.feeHidden)) {
                try await house.write(as: home) {
                    try entries.change(
                        id,
                        in: made.id,
                        to: hidden,
                        dueOn: nil,
                        assignee: nil,
                        from: 1,
                        by: home,
                        on: $0
                    )
                }
            }
            let kept = try await house.read(as: home) { try entries.entries(of: made.id, for: home, on: $0) }
            #expect(kept.first { $0.id == id }?.body?.payment?.fee == shown.payment?.fee)
        }
    }
}
