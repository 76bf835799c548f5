import Testing

@testable import NameMatching

@Suite struct RecordComparisonTests {
    private func record(
        _ name: String,
        _ birth: String? = nil,
        phone: String? = nil,
        document: String? = nil,
        gender: Gender = .unknown
    ) -> MatchableRecord {
        MatchableRecord(
            key: RecordKey(1),
            names: [name],
            birth: birth.flatMap { BirthDate($0) },
            phones: phone.map { [$0] } ?? [],
            documents: document.map { [$0] } ?? [],
            gender: gender
        )
    }

    private func compare(_ one: MatchableRecord, _ other: MatchableRecord) -> RecordMatch {
        RecordComparison.compare(one, other)
    }

    @Test func aNameAloneNeverLinks() {
        let match = compare(record("Көчкөрбаева Уулжан Ысмаиловна"), record("Kochkorbaeva Uuljan Ysmailovna"))
        #expect(match.probability < 0.5)
        #expect(match.verdict != .same)
        #expect(match.reasons.contains(.nameOnly))
    }

    @Test func nameDateAndPhoneAreOnePerson() {
        let match = compare(
            record("Осмонова Айжамал", "1987-05-12", phone: "+996555004512"),
            record("Osmonova Aizhamal", "1987-05-12", phone: "0555 00 45 12")
        )
        #expect(match.verdict == .same)
        #expect(match.reasons.contains(.samePhone) && match.reasons.contains(.sameBirthDate))
    }

    @Test func dateLevelsKeepTheirOrder() {
        func bits(_ other: String) -> Double {
            compare(record("Осмонова Айжамал", "1987-05-12"), record("Осмонова Айжамал", other)).bits
        }
        #expect(bits("1987-05-12") > bits("1987-12-05"))
        #expect(bits("1987-12-05") > bits("1988-05-12"))
        #expect(bits("1988-05-12") > bits("1987"))
        #expect(bits("1987") > bits("1987-05-17"))
        #expect(bits("1987-05-17") > bits("1969-03-02"))
        let january = compare(record("Осмонова Айжамал", "1987-01-01"), record("Осмонова Айжамал", "1987-01-01"))
        #expect(january.bits < bits("1987-05-12"))
        #expect(january.reasons.contains(.sameBirthDateFirstOfJanuary))
    }

    @Test func twinsWithOnePhoneAreTwoPeople() {
        let match = compare(
            record("Асанова Айжамал", "1999-03-04", phone: "+996555004512"),
            record("Асанова Бермет", "1999-03-04", phone: "+996555004512")
        )
        #expect(match.probability < 0.5)
        #expect(match.reasons.contains(.perhapsTwins) && match.reasons.contains(.samePhoneFamily))
    }

    @Test func twinsFetchTheirPassportsTogether() {
        let match = compare(
            record("Бекмурзаев Нурзат Бакытович", "2000-08-08", phone: "+996555004512", document: "AC1234567"),
            record("Бекмурзаев Нуржан Бакытович", "2000-08-08", phone: "+996555004512", document: "AC1234568")
        )
        #expect(match.verdict == .ask)
        #expect(match.reasons.contains(.perhapsTwins) && match.reasons.contains(.documentOneEdit))
    }

    @Test func fatherAndSonAreTwoPeople() {
        let match = compare(
            record("Асан уулу Бакыт", "1960-03-04", phone: "+996555004512"),
            record("Бакыт уулу Нурлан", "1990-07-08", phone: "+996555004512")
        )
        #expect(match.probability < 0.5)
        #expect(match.reasons.contains(.perhapsParentAndChild))
    }

    @Test func gendersContradict() {
        let one = record("Асан Жылдыз", "1990-05-06", gender: .female)
        let other = record("Асан Жылдыз", "1990-05-06", gender: .male)
        #expect(compare(one, other).bits < compare(one, one).bits)
        #expect(compare(one, other).reasons.contains(.genderConflict))
    }

    @Test func documentsForgiveOneSlip() {
        let one = record("Осмонова Айжамал", document: "AN 1234567")
        #expect(compare(one, record("Осмонова А.", document: "АN1234567")).reasons.contains(.sameDocument))
        #expect(compare(one, record("Осмонова А.", document: "AN1234576")).reasons.contains(.documentOneEdit))
        #expect(compare(one, record("Осмонова А.", document: "AN123456")).reasons.contains(.documentOneEdit))
        #expect(compare(one, record("Осмонова А.", document: "ID7654321")).reasons.contains(.otherDocument))
    }

    @Test func theOrderOfTheTwoNeverMatters() {
        let records = [
            record("Осмонова Айжамал Асановна", "1987-05-12", phone: "+996555004512"),
            record("Osmanova A.", "1987-12-05", document: "AN1234567"),
            record("Асан уулу Бакыт", "1960", phone: "+996555004512"), record("", nil), record("Бакыт уулу Нурлан"),
        ]
        for one in records {
            for other in records {
                #expect(compare(one, other).probability == compare(other, one).probability)
                #expect(compare(one, other).reasons == compare(other, one).reasons)
            }
        }
    }
}
