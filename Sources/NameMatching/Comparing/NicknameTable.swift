/// Short and tender forms of given names, as data: everyday knowledge of the languages, written down for this program.
/// To add some: a line "full: short, short", any script; folding does the rest.
package struct NicknameTable: Sendable {
    package static let shared = NicknameTable()

    /// What a nickname is worth beside the name itself.
    package static let mark: UInt8 = 190

    static let lines: [String] = [
        // Kyrgyz and Kazakh
        "Айжамал: Айка, Айжан", "Айгүл: Айка, Гуля", "Айнура: Айка, Нура", "Нурлан: Нурик", "Нурбек: Нурик",
        "Нурсултан: Нурик, Султан", "Азамат: Аза, Азик", "Бакыт: Бака", "Эркин: Эрик", "Эрмек: Эрик", "Жылдыз: Жыка",
        "Гүлнара: Гуля, Нара", "Гүлмира: Гуля, Мира", "Назгүл: Наза, Гуля", "Таалайбек: Таалай",
        "Кубанычбек: Кубан, Кубаныч",
        "Чыңгыз: Чика", "Данияр: Дани, Даник", "Бегимай: Бема", "Мээрим: Мика", "Элнура: Эля", "Салтанат: Салта",
        // Uzbek and Tajik
        "Дилноза: Диля", "Дилбар: Диля", "Гулноза: Гуля", "Муҳаммад: Мамад, Маҳмад, Мухаммед, Магомед, Мамет",
        "Абдураҳмон: Абду, Раҳмон", "Абдуллоҳ: Абду", "Нилуфар: Нила", "Зебуннисо: Зеби", "Фаридун: Фара",
        // Russian
        "Александр: Саша, Шура, Алекс", "Александра: Саша, Шура", "Алексей: Алёша, Лёша", "Анастасия: Настя",
        "Анна: Аня, Нюра", "Андрей: Андрюша", "Владимир: Вова, Володя", "Виктория: Вика", "Вячеслав: Слава",
        "Галина: Галя", "Геннадий: Гена", "Дмитрий: Дима, Митя", "Евгений: Женя", "Евгения: Женя",
        "Екатерина: Катя", "Елена: Лена, Алёна", "Иван: Ваня", "Ирина: Ира", "Ксения: Ксюша, Оксана",
        "Людмила: Люда, Мила", "Любовь: Люба", "Мария: Маша, Маруся", "Михаил: Миша", "Наталья: Наташа, Наталия",
        "Николай: Коля", "Ольга: Оля", "Пётр: Петя", "Роман: Рома", "Светлана: Света", "Сергей: Серёжа",
        "Татьяна: Таня", "Фёдор: Федя", "Юлия: Юля", "Юрий: Юра",
        // Romanian
        "Gheorghe: Ghiță, Gicu, Iurie, Jora", "Ion: Ionel, Ionică, Vanea", "Vasile: Vasea", "Nicolae: Nicu, Colea",
        "Constantin: Costea, Costel", "Alexandru: Sandu, Sașa", "Dumitru: Dima, Mitică", "Mihai: Mișa, Mihail",
        "Elena: Lena, Ileana", "Maria: Mărioara, Mașa", "Ecaterina: Catea, Catinca", "Tatiana: Tania",
        "Natalia: Natașa",
        "Ludmila: Liuda", "Ștefan: Fane, Ștefănel",
    ]

    /// By stem: a bit set of the names it may stand for would not fit; a list of line numbers does.
    private let names: [Stem: [UInt16]]
    /// A bit for each stem's hash, so that most words are turned away without a look at the table.
    private let filter: [UInt64]

    private init() {
        var names: [Stem: [UInt16]] = [:]
        for (number, line) in Self.lines.enumerated() {
            for word in line.split(whereSeparator: { ":, ".contains($0) }) {
                guard let stem = NameReader.read(String(word)).tokens.first?.stem else { continue }
                names[stem, default: []].append(UInt16(number))
            }
        }
        self.names = names
        var filter = [UInt64](repeating: 0, count: 64)
        for stem in names.keys {
            let hash = stem.mixed
            filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
        }
        self.filter = filter
    }

    @inline(__always)
    private func mayHave(_ stem: Stem) -> Bool {
        let hash = stem.mixed
        return filter[Int(hash >> 6 & 63)] >> (hash & 63) & 1 == 1
    }

    /// Whether one may be the other's short form (both on one line).
    package func related(_ left: Stem, _ right: Stem) -> Bool {
        guard mayHave(left), mayHave(right), let mine = names[left], let other = names[right] else { return false }
        return mine.contains(where: other.contains)
    }

    /// The stems that `stem` may stand for or be shortened to.
    func relatives(of stem: Stem) -> [Stem] {
        guard let lines = names[stem] else { return [] }
        return names.filter { $0.key != stem && $0.value.contains(where: lines.contains) }.map(\.key).sorted()
    }
}
