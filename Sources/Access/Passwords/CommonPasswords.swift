/// Long passwords that are tried first. Short ones needn't be listed: the length refuses them.
enum CommonPasswords {
    /// Whether a folded password (see `PasswordRules.fold`) is made of common words alone: one, or several in a row.
    static func contains(_ folded: String) -> Bool {
        guard !whole.contains(folded) else { return true }
        return isMadeOfWords(Array(folded))
    }

    /// Cuts the longest common word off the front until nothing is left; digits at the end (years, counters) are
    /// dropped first.
    private static func isMadeOfWords(_ characters: [Character]) -> Bool {
        var rest = characters[...]
        while let last = rest.last, last.isNumber { rest.removeLast() }
        guard !rest.isEmpty else { return false }
        var count = 0
        while !rest.isEmpty {
            let length = stride(from: min(longestWord, rest.count), through: 2, by: -1)
                .first { words.contains(String(rest.prefix($0))) }
            guard let length else { return false }
            rest = rest.dropFirst(length)
            count += 1
        }
        // Four and more words make a phrase that nobody has on a list.
        return count <= 3
    }

    private static let longestWord = words.map(\.count).max() ?? 0

    /// Words that common passwords are built of, folded.
    private static let words = Set(
        """
        password passw passwort parol parolparol admin administrator administrateur root user username login logon
        welcome hello letmein secret changeme change default master access system manager service server support
        guest test testing temp temporary demo sample example qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm
        iloveyou love lover princess sunshine monkey dragon football baseball soccer hockey superman batman spiderman
        starwars pokemon michael jordan jennifer jessica ashley daniel andrew charlie thomas robert george
        summer winter spring autumn monday friday sunday january october december computer internet google facebook
        whatsapp telegram instagram samsung iphone android windows microsoft company office business money freedom
        the and is my your our me you this that for ever forever always never not new old one two three best
        good very please enter here now today secure security safe strong long private pass word phrase correct horse
        battery staple kyrgyzstan bishkek osh russia moscow moskva tashkent uzbekistan dushanbe tajikistan almaty
        kazakhstan moldova chisinau migrant migration migrants hotline shelter help helpline network center centre
        tirek tirektirek organization organisation association
        пароль пароля админ администратор привет любовь люблю тебя россия москва бишкек кыргызстан ош ташкент
        узбекистан душанбе таджикистан казахстан алматы молдова солнце солнышко зима лето весна осень добро пожаловать
        секрет секретный вход доступ система мой моя меня мигрант миграция помощь центр фонд тирек сырсоз салам
        йцукен йцукенг фывапролдж
        """.split { $0 == " " || $0 == "\n" }.map { PasswordRules.fold(String($0)) }
    )

    /// Whole phrases, folded.
    private static let whole = Set(
        [
            "correct horse battery staple", "to be or not to be that is", "the quick brown fox", "quickbrownfoxjumps",
            "thequickbrownfoxjumpsoverthelazydog", "iloveyouforever", "iloveyousomuch", "letmeinletmein",
            "maytheforcebewithyou", "passwordpassword", "thisismypassword", "mypasswordissecret", "ihatepasswords",
            "nevergonnagiveyouup", "loremipsumdolor", "loremipsumdolorsitamet", "onceuponatime", "openthedoorplease",
            "qwertyuiopasdfgh", "qwertyuiopasdfghjkl", "qwertyuiopasdfghjklzxcvbnm", "1q2w3e4r5t6y7u8i",
            "1qaz2wsx3edc4rfv", "1qaz2wsx3edc4rfv5tgb", "qazwsxedcrfvtgb", "q1w2e3r4t5y6u7i8", "abcd1234abcd1234",
            "asdf1234asdf1234", "a1b2c3d4e5f6g7h8", "0123456789abcdef", "123456789qwerty", "qwerty123456789",
            "123123123123123", "1234567890qwertyuiop", "password123456789", "password1234567", "administrator123",
            "zaq12wsxcde34rfv", "zaq1xsw2cde3vfr4", "йцукенгшщзхъфыва", "йцукенгшщзхъ123", "пустьвсегдабудетсолнце",
            "влесуродиласьелочка", "ятебялюблюнавсегда", "катюшавыходилана", "еслибыябылсултан",
            "подмосковныевечера", "янезнаюпароля", "самыйсложныйпароль", "сложныйпароль123", "непомнюпароль",
            "жизньпрекрасна", "бытьилинебыть", "мамамыларамумамамыла", "верьнебойсянепроси", "славароссии",
            "кыргызстаныммекеним", "менсенисуйом", "маданият", "алтынкыргызстан", "ассаламуалейкум",
            "bismillahirrahmanirrahim", "assalomualaykum", "assalamualaikum", "alhamdulillah", "subhanallahsubhanallah",
            "mamalovespapaforever", "lovelovelovelove", "happybirthdaytoyou", "happynewyear2025", "happynewyear2026",
            "welcometothejungle", "gameofthronesfan", "lordoftherings", "harrypotterhogwarts", "barcelonabarcelona",
            "manchesterunited", "realmadridrealmadrid", "liverpoolfootballclub", "spartakmoskva", "zenitchampion",
        ].map(PasswordRules.fold)
    )
}
