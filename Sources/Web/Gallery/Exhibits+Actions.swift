import Localization
import Markup

extension Exhibit {
    static let actions: [Exhibit] = [
        Exhibit(
            "Button",
            criteria: [
                "The label is a verb and says what will happen.",
                "A link goes somewhere, a button changes something; both can be reached and pressed with the keyboard.",
                "It is at least 36 pixels high and grows with its label, which wraps.",
                "Buttons with the same label on one page say to screen readers what they are about.",
            ],
            examples: { _ in
                [
                    Toolbar([
                        Button("Save", style: .primary), Button("Refer", .link("#button")),
                        Button("Show all", .link("#button"), style: .quiet), Button("Erase", style: .destructive),
                        Button("New person", .link("#button"), icon: .plus),
                    ])
                    .html
                ]
            },
            trial: { specimen, _ in
                Toolbar(
                    [
                        Button(specimen.text, .submit(name: specimen.name, value: specimen.text), style: .primary),
                        Button(specimen.text, .link(URLAttribute(specimen.text)), about: specimen.text),
                    ],
                    label: specimen.text
                )
                .html
            }
        ),
        Exhibit(
            "Confirmation",
            criteria: [
                "It says what will happen and what cannot be undone before it asks.",
                "It opens and closes with the keyboard and works without a script.",
                "The button that opens it and the one that does it have different labels.",
            ],
            examples: { texts in
                [
                    Confirmation(
                        "Erase…",
                        explanation:
                            "The names, telephone numbers and documents of this person become unreadable for good.",
                        confirmLabel: "Erase for good",
                        action: "#confirmation",
                        token: nil,
                        isOpen: true
                    )
                    .html(texts)
                ]
            },
            trial: { specimen, texts in
                Confirmation(
                    specimen.text,
                    explanation: specimen.text,
                    confirmLabel: specimen.text,
                    action: URLAttribute(specimen.text),
                    token: specimen.text
                )
                .html(texts)
            }
        ),
        Exhibit(
            "Search box",
            criteria: [
                "It has a label, seen or heard, and a button; without the script it is a plain form.",
                "With the script it is a combobox: the arrows choose, Enter opens, Escape closes the list.",
                "What was typed is never part of an address.",
            ],
            examples: { texts in
                [
                    SearchBox(
                        id: "gallery-search",
                        label: "Find a person",
                        placeholder: "Name, telephone, document",
                        action: "#search-box",
                        token: nil
                    )
                    .html(texts),
                    found([Suggestion("Osmonova Aizhamal", detail: "1987", url: "#")], texts),
                ]
            },
            trial: { specimen, texts in
                let box = SearchBox(
                    id: specimen.name,
                    label: specimen.text,
                    placeholder: specimen.text,
                    value: specimen.text,
                    action: URLAttribute(specimen.text),
                    suggestions: URLAttribute(specimen.text),
                    token: specimen.text
                )
                let suggestion = Suggestion(specimen.text, detail: specimen.text, url: URLAttribute(specimen.text))
                return box.html(texts) + found([suggestion], texts)
            }
        ),
        Exhibit(
            "Icon",
            criteria: ["An icon never carries a meaning alone: a word stands beside it or is read out."],
            examples: { _ in
                ["<p class=\"toolbar\">\(Icon.allCases.map { "<span>\($0.html) \($0.rawValue)</span>" as HTML })</p>"]
            },
            trial: { specimen, _ in "<p>\(Icon.info.html) \(specimen.text)</p>" }
        ),
    ]

    /// Suggestions as the script shows them.
    private static func found(_ suggestions: [Suggestion], _ texts: Texts) -> HTML {
        """
        <div class="card" role="listbox" aria-label="\(texts.shell.searchResults)">\
        \(Suggestion.list(suggestions, texts))</div>
        """
    }
}
