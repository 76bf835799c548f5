import Localization
import Markup

extension Exhibit {
    private static let fieldCriteria = [
        "The label is always in sight and tied to its control.",
        "Hint and error are read out with the control; the error begins with a word, not with a colour.",
        "What was typed is shown again unchanged when the form comes back.",
    ]

    static let fields: [Exhibit] = [
        Exhibit(
            "Text fields",
            criteria: fieldCriteria + ["A telephone shows the keyboard that fits what is asked."],
            examples: { texts in
                [
                    TextField("gallery-family", label: "Family name", value: "Осмонова", isRequired: true).html(texts),
                    TextField("gallery-email", label: "E-mail", hint: "For letters from the network.", kind: .email)
                        .html(texts),
                    TextField(
                        "gallery-code",
                        label: "Code",
                        value: "12 34",
                        error: "The code has six digits.",
                        kind: .code,
                        width: .short
                    )
                    .html(texts),
                    PhoneField("gallery-phone", label: "Telephone", value: "+996 555 123 456").html(texts),
                    NumberField("gallery-wage", label: "Wages owed", value: "45 000", unit: "₽").html(texts),
                    TextArea("gallery-story", label: "What happened", hint: "In the person's own words.").html(texts),
                ]
            },
            trial: { specimen, texts in
                let (text, name) = (specimen.text, specimen.name)
                return [
                    TextField(name + "-a", label: text, value: text, hint: text, error: text, isRequired: true).html(
                        texts
                    ),
                    PhoneField(name + "-b", label: text, value: text, hint: text, error: text).html(texts),
                    NumberField(name + "-c", label: text, value: text, unit: text, hint: text, error: text).html(texts),
                    TextArea(name + "-d", label: text, value: text, hint: text, error: text, isRequired: true).html(
                        texts
                    ),
                ].joined()
            }
        ),
        Exhibit(
            "Choices",
            criteria: fieldCriteria + [
                "A group of answers has a legend, which is read out before them.",
                "The whole label can be pressed, not the small box alone.",
            ],
            examples: { texts in
                [
                    SelectField("gallery-citizenship", label: "Citizenship", options: countries, value: "KG").html(
                        texts
                    ),
                    RadioField("gallery-sex", legend: "Sex", options: countries, value: "TJ", isInline: true).html(
                        texts
                    ),
                    CheckboxGroup(
                        "gallery-risk",
                        legend: "Risk",
                        options: [
                            FieldOption("held", "Held against their will", hint: "Cannot leave, or papers were taken."),
                            FieldOption("violence", "Violence"),
                        ],
                        values: ["violence"]
                    )
                    .html(texts),
                    CheckboxField("gallery-consent", label: "The person agrees", error: "Ask the person first.").html(
                        texts
                    ),
                ]
            },
            trial: { specimen, texts in
                let (text, name) = (specimen.text, specimen.name)
                let options = [FieldOption(text, text, hint: text), FieldOption("other", "Other")]
                return [
                    SelectField(name + "-a", label: text, options: options, value: text, hint: text, error: text).html(
                        texts
                    ),
                    RadioField(name + "-b", legend: text, options: options, value: text, hint: text, error: text).html(
                        texts
                    ),
                    CheckboxGroup(name + "-c", legend: text, options: options, values: [text], hint: text, error: text)
                        .html(texts),
                    CheckboxField(name + "-d", label: text, value: text, hint: text, error: text).html(texts),
                ].joined()
            }
        ),
        Exhibit(
            "Date",
            criteria: fieldCriteria + [
                "Day, month and year are fields of their own; a year alone is enough where that is so."
            ],
            examples: { texts in
                [
                    DateField("gallery-birth", legend: "Born", day: "12", month: "3", year: "1987").html(texts),
                    DateField("gallery-due", legend: "Due", error: "This day is not in the calendar.", isPartial: false)
                        .html(texts),
                ]
            },
            trial: { specimen, texts in
                let text = specimen.text
                return DateField(
                    specimen.name,
                    legend: text,
                    day: text,
                    month: text,
                    year: text,
                    hint: text,
                    error: text
                )
                .html(texts)
            }
        ),
        Exhibit(
            "Password and file",
            criteria: fieldCriteria + ["A password can be made visible, and pasted from a manager of passwords."],
            examples: { texts in
                [
                    PasswordField("gallery-password", label: "Password").html(texts),
                    FileField("gallery-file", label: "Contract", accepted: ".pdf,image/*", maximumMegabytes: 20).html(
                        texts
                    ),
                ]
            },
            trial: { specimen, texts in
                let (text, name) = (specimen.text, specimen.name)
                return [
                    PasswordField(name + "-a", label: text, hint: text, error: text).html(texts),
                    FileField(name + "-b", label: text, hint: text, error: text, accepted: ".pdf").html(texts),
                ].joined()
            }
        ),
        Exhibit(
            "Repeated group",
            criteria: [
                "Each row is a group with a name and a number; its button says which row it takes out.",
                "After adding, the focus stands in the new row; after removing, in the row beside it.",
            ],
            examples: { texts in
                let group = RepeatableGroup(
                    "gallery-phones",
                    legend: "Telephone numbers",
                    count: 2,
                    rowLabel: "Telephone number",
                    addLabel: "Add a number"
                ) { prefix, index in
                    PhoneField(prefix + ".number", label: "Number", value: index == 0 ? "+996 555 123 456" : "").html(
                        texts
                    )
                        + TextField(prefix + ".note", label: "Whose, when to call").html(texts)
                }
                return [Form("#repeated-group", token: nil, content: group.html(texts)).html(texts)]
            },
            trial: { specimen, texts in
                let text = specimen.text
                let group = RepeatableGroup(
                    specimen.name,
                    legend: text,
                    count: 1,
                    hint: text,
                    error: text,
                    rowLabel: text,
                    addLabel: text
                ) { prefix, _ in TextField(prefix + ".a", label: text, value: text).html(texts) }
                return group.html(texts)
            }
        ),
    ]

    private static let countries = [
        FieldOption("KG", "Кыргызстан", language: "ky"), FieldOption("TJ", "Тоҷикистон", language: "tg"),
        FieldOption("UZ", "Oʻzbekiston", language: "uz"),
    ]
}
