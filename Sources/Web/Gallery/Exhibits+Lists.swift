import Domain
import Localization
import Markup

extension Exhibit {
    static let lists: [Exhibit] = [
        Exhibit(
            "Table",
            criteria: [
                "It has a caption, headings of columns and a heading for each row.",
                "The order is said to screen readers; headings that sort are links.",
                "On a telephone each row is a card with the columns' titles beside the values; nothing scrolls sideways.",
                "Each box that chooses a row says which.",
            ],
            examples: { texts in [people(texts), table(texts, name: "gallery-none").html(texts) { _ in }] },
            trial: { specimen, texts in
                var table = table(texts, name: specimen.name)
                table.caption = specimen.text
                table.columns[0].title = specimen.text
                table.columns[1].title = specimen.text
                table.selection?.token = specimen.text
                table.paging.summary = specimen.text
                return table.html(texts) { rows in
                    rows.row(id: specimen.text, label: specimen.text) { row in
                        row.link(specimen.text, to: URLAttribute(specimen.text))
                        row.text(specimen.text)
                        row.html(HTML(text: specimen.text))
                    }
                }
            }
        ),
        Exhibit(
            "Tabs",
            criteria: ["They are links to pages; the one in sight is named as the current page."],
            examples: { texts in
                [
                    Tabs(
                        "Organisation",
                        [
                            .init("Colleagues", "#tabs", isCurrent: true, count: 12), .init("Roles", "#tabs"),
                            .init("Journal", "#tabs"),
                        ]
                    )
                    .html(texts)
                ]
            },
            trial: { specimen, texts in
                Tabs(specimen.text, [.init(specimen.text, URLAttribute(specimen.text), isCurrent: true)]).html(texts)
            }
        ),
        Exhibit(
            "Page header",
            criteria: [
                "The page has one heading of the first level, which is its name.",
                "The way here is a named list of links.",
            ],
            examples: { texts in
                [
                    "<div class=\"card\">\(Breadcrumbs([.init("People", "#"), .init("Osmonova Aizhamal", "#")]).html(texts))</div>"
                ]
            },
            trial: { specimen, texts in
                Breadcrumbs([.init(specimen.text, URLAttribute(specimen.text))]).html(texts)
            }
        ),
        Exhibit(
            "Facts",
            criteria: ["Names and values are a description list; what is not known says so in words."],
            examples: { texts in
                [
                    DescriptionList([
                        .init("Born", text: "12 March 1987", texts), .init("Citizenship", text: "Kyrgyzstan", texts),
                        .init("Sex", text: nil, texts),
                    ])
                    .html(texts)
                ]
            },
            trial: { specimen, texts in
                DescriptionList([.init(specimen.text, .isolated(specimen.text))]).html(texts)
            }
        ),
        Exhibit(
            "Timeline",
            criteria: [
                "It is an ordered list with the newest first.",
                "A relative time has the exact one in its title, for machines and in print.",
            ],
            examples: { texts in
                [
                    Timeline(
                        "History",
                        [
                            .init(time(minutesAgo: 12), "Call from +996 555 123 456", icon: .phone),
                            .init(
                                time(minutesAgo: 3_000),
                                "Referred to Ray of Light",
                                details: "<p>Two groups of fields.</p>"
                            ),
                            .init(time(minutesAgo: 90_000), "Written down", icon: .document),
                        ]
                    )
                    .html(texts)
                ]
            },
            trial: { specimen, texts in
                let entry = Timeline.Entry(
                    time(minutesAgo: 1),
                    .isolated(specimen.text),
                    details: .isolated(specimen.text)
                )
                return Timeline(specimen.text, [entry]).html(texts)
            }
        ),
    ]

    private static func time(minutesAgo minutes: Int64) -> RelativeTime {
        let now = Instant(milliseconds: 1_772_600_000_000)
        return RelativeTime(now.advanced(bySeconds: -60 * minutes), now: now, zone: "Asia/Bishkek")
    }

    private static func table(_ texts: Texts, name: String) -> Table {
        Table(
            "People",
            columns: [
                TableColumn("Name", sortURL: "?sort=name", order: .ascending, isHeading: true),
                TableColumn("Citizenship", sortURL: "?sort=citizenship"),
                TableColumn("Calls", isNumeric: true),
            ],
            paging: Paging(next: "?after=1", summary: "3 of 120"),
            selection: TableSelection(action: "#table", token: "", name: name, buttons: [Button("Refer")]),
            empty: EmptyState("Nobody here yet", explanation: "Write down the first person.")
        )
    }

    private static func people(_ texts: Texts) -> HTML {
        let names = [
            ("Осмонова Айжамал", "Кыргызстан", 1_204), ("Ҷӯраев Қаҳрамон Абдурраҳмонович", "Тоҷикистон", 7),
            ("Oʻgʻiloy Yoʻldosheva", "Oʻzbekiston", 31),
        ]
        return table(texts, name: "gallery-people").html(texts) { rows in
            for (name, country, calls) in names {
                rows.row(id: name, label: name) { row in
                    row.link(name, to: "#table")
                    row.text(country)
                    row.text(texts.formats.number(calls))
                }
            }
        }
    }
}
