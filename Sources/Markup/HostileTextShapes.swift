/// The other half of the corpus: the syntaxes of other programs, and texts that are hard for their form alone.
extension HostileTexts {
    /// What another program, further along, might execute.
    package static let otherSyntaxes: [HostileText] = [
        HostileText("template of double braces", "{{ 7*7 }} {% include x %} {{{raw}}}"),
        HostileText("interpolations", "\\(x) ${7*7} #{7*7} <%= 7*7 %> %(x)s {0} %n%s"),
        HostileText("formula with equals", "=HYPERLINK(\"http://evil.example\",\"click\")"),
        HostileText("formula with plus", "+1+cmd|' /C calc'!A0"),
        HostileText("formula with minus", "-2+3+cmd|' /C calc'!A0"),
        HostileText("formula with at", "@SUM(1+1)*cmd|' /C calc'!A0"),
        HostileText("formula after tab and carriage return", "\t=1+1\r=1+1"),
        HostileText("comma-separated values", "a,\"b\"\"c\",\"d\ne\";f\tg"),
        HostileText("SQL", "Robert'); DROP TABLE person; -- \" OR 1=1 /*"),
        HostileText("SQL wildcards", "100%_\\%"),
        HostileText("search syntax", "\"unclosed AND (NEAR * - title:^ OR"),
        HostileText("shell", "$(reboot) `reboot` ; reboot | reboot && reboot"),
        HostileText("mail header", "a@example.org\r\nBcc: all@example.org"),
        HostileText("JSON", "\",\"admin\":true,\"x\":\"\\u0000</script>"),
        HostileText("log forging", "ok\n2026-01-01 INFO signed in as administrator"),
        HostileText("words that mean nothing", "null nil undefined NaN true 0 -0 1e309"),
    ]

    /// Texts that are hard for their size or their form.
    package static let shapes: [HostileText] = [
        HostileText("word of ten thousand letters", String(repeating: "щ", count: 10_000)),
        HostileText("ten thousand quotes", String(repeating: "\"", count: 10_000)),
        HostileText("deeply nested brackets", String(repeating: "([{<", count: 2_500)),
        HostileText("deeply nested elements", String(repeating: "<div>", count: 1_000)),
        HostileText("empty", ""),
        HostileText("one quote", "\""),
        HostileText("many lines", String(repeating: "line\n", count: 1_000)),
        HostileText("leading line feed", "\n\nfirst line is empty"),
    ]

    /// Texts of the people the system is for, and characters beyond the basic plane.
    package static let scripts: [HostileText] = [
        HostileText("Arabic, Hebrew and Cyrillic", "محمد (שלום) Мухаммад 12/34 — ٠١٢٣"),
        HostileText("Persian with zero-width non-joiner", "می\u{200C}خواهم"),
        HostileText("Tajik, Uzbek and Kyrgyz letters", "Ҷӯраев Қаҳрамон, Oʻgʻiloy, Өмүрбек, Ғайрат ʼ"),
        HostileText("names with apostrophes", "D'Artagnan O’Neill Ma'mura So‘g‘diyona"),
        HostileText("Turkish i", "IİıiI\u{307}"),
        HostileText("German sharp s and ligatures", "Straße ﬁﬂ Ǆ"),
        HostileText("look-alike Cyrillic and Latin", "Аdmin аdmin Adm\u{456}n"),
        HostileText("emoji joined into families", "👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍⚕️ 🇹🇯🇺🇿"),
        HostileText("Chinese and Vietnamese", "阿卜杜拉 𠮷野 Nguyễn Thị Ánh"),
        HostileText("tall scripts", "ကြီး ཧཱུྃ ก็็็็็ \u{FDFD}"),
        HostileText("mathematical letters", "𝒜𝓭𝓂𝒾𝓃 ①②③ ⅷ"),
    ]
}
