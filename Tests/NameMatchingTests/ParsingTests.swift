import Testing

@testable import NameMatching

@Suite struct ParsingTests {
    private func kinds(_ name: String) -> [TokenKind] { NameReader.read(name).tokens.map(\.kind) }

    @Test func endingsTellKindAndGender() {
        #expect(kinds("Осмонова Айжамал") == [.surnameFemale, .bare])
        #expect(kinds("Asanov Nurlan") == [.surnameMale, .bare])
        #expect(kinds("Асан уулу Нурлан") == [.son, .bare])
        #expect(kinds("Asan kyzy Jyldyz") == [.daughter, .bare])
        #expect(kinds("Каримов Шерзод Анвар ўғли") == [.surnameMale, .bare, .son])
        #expect(kinds("Karimova Dilnoza Anvar qizi") == [.surnameFemale, .bare, .daughter])
        #expect(kinds("Серікұлы Олжас") == [.son, .bare])
        #expect(kinds("Раҳмонзода Сӯҳроб") == [.descendant, .bare])
        #expect(kinds("Иванов Пётр Сергеевич") == [.surnameMale, .bare, .patronymicMale])
        #expect(kinds("Иванова Анна Сергеевна") == [.surnameFemale, .bare, .patronymicFemale])
        #expect(kinds("Осмонова А.") == [.surnameFemale, .initial])
        #expect(NameReader.read("Осмонова Айжамал").gender == .female)
        #expect(NameReader.read("Осмонов Айжамал кызы").gender == .unknown)
    }

    @Test func oneStemInAllForms() {
        let stem = NameReader.read("Асан").tokens.first?.stem
        for form in ["Асанов", "Асанова", "Асан уулу", "Asanov", "Асанович", "Асановна", "Асануулу", "Asanuly"] {
            #expect(NameReader.read(form + " Нурлан").tokens.first?.stem == stem, "\(form)")
        }
        #expect(NameReader.read("Мырзаев").tokens.first?.stem == NameReader.read("Мырза").tokens.first?.stem)
    }

    @Test func slipsInEndingsMakeNoOtherName() {
        let stem = NameReader.read("Осмонова").tokens.first?.stem
        for form in ["Осмонво", "Осмонва", "Осмоноа", "Осмоновп", "Осмонвоа", "Осмонава"] {
            #expect(NameReader.read(form).tokens.first?.stem == stem, "\(form)")
        }
    }

    @Test func rolesComeFromFormsThenPlaces() {
        func roles(_ name: String) -> [NameRole] {
            let name = NameReader.read(name)
            let roles = NameRoles(name)
            return name.tokens.indices.map { roles[$0] }
        }
        #expect(roles("Айжамал Осмонова") == [.given, .family])
        #expect(roles("Осмонова Айжамал Асановна") == [.family, .given, .patronymic])
        #expect(roles("Талпек Олжоевич Кумушбек") == [.given, .patronymic, .family])
        #expect(roles("Арман Мадинагул Нурланкызы") == [.family, .given, .patronymic])
        #expect(roles("Асан уулу Нурлан") == [.family, .given])
    }

    @Test func aQueryIsCutIntoNamesAndFacets() {
        #expect(NameQuery("осмонова 1987 4512").facets == [.year(1987), .phoneTail("4512")])
        #expect(NameQuery("+996 555 12 34 56").facets == [.phoneTail("996555123456")])
        #expect(NameQuery("555 12 34 56").facets == [.phoneTail("555123456")])
        #expect(NameQuery("осмонова 12.05.1987").facets == [.birth(BirthDate(year: 1987, month: 5, day: 12))])
        #expect(NameQuery("осмонова 1987-05-12").facets == [.birth(BirthDate(year: 1987, month: 5, day: 12))])
        #expect(NameQuery("AN1234567").facets == [.document("AN1234567")])
        #expect(NameQuery("  \t\n").isEmpty)
        #expect(NameQuery("🦊").isEmpty)
        #expect(!NameQuery("о").isEmpty)
    }

    @Test func marksStandOnTheWordsThatAnswer() {
        let text = "Осмонова Айжамал, 1987, +996555004512"
        let marked = NameQuery("osmonova aij 1987 4512").marks(in: text).map { range in
            String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
        #expect(marked == ["Осмонова", "Айжамал", "1987", "+996555004512"])
        #expect(NameQuery("osmonova").marks(in: "Токтогулов Бакыт").isEmpty)
    }

    @Test func datesAreReadAsClerksWriteThem() {
        #expect(BirthDate("1987") == BirthDate(year: 1987))
        #expect(BirthDate("1987-05") == BirthDate(year: 1987, month: 5))
        #expect(BirthDate("12.05.1987") == BirthDate(year: 1987, month: 5, day: 12))
        #expect(BirthDate("12/05/1987") == BirthDate(year: 1987, month: 5, day: 12))
        for rubbish in ["", "x", "12.05", "123456789", "1-2-3", "1987-", "12 May 1987", "0000"] {
            #expect(BirthDate(rubbish)?.month == nil, "\(rubbish)")
        }
    }
}
