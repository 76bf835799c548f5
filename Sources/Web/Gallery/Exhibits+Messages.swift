import Localization
import Markup

extension Exhibit {
    static let messages: [Exhibit] = [
        Exhibit(
            "Notice",
            criteria: [
                "Its kind is a word to screen readers and an icon to the eye, never a colour alone.",
                "News about what one just did are read out without moving the focus.",
            ],
            examples: { texts in
                Notice.Kind.allCases.map { Notice($0, "Something to know about this page.").html(texts) }
            },
            trial: { specimen, texts in Notice(.danger, specimen.text, content: .isolated(specimen.text)).html(texts) }
        ),
        Exhibit(
            "Error summary",
            criteria: [
                "The page comes with the focus on it, so that it is read first.",
                "Each error leads to its field, in the order of the form.",
            ],
            examples: { texts in
                [summary([.init(field: "gallery-code", message: "The code has six digits.")], texts)]
            },
            trial: { specimen, texts in
                summary(
                    [.init(field: specimen.text, message: specimen.text), .init(field: nil, message: specimen.text)],
                    texts
                )
            }
        ),
        Exhibit(
            "Badge",
            criteria: ["The state is a word; the sign before it and the colour only help."],
            examples: { _ in
                [
                    [
                        Badge("New"), Badge("In work", .active), Badge("Due tomorrow", .due), Badge("Overdue", .danger),
                        Badge("Done", .done),
                    ]
                    .map(\.html).joined(separator: " ")
                ]
            },
            trial: { specimen, _ in Badge(specimen.text, .danger).html }
        ),
        Exhibit(
            "Progress",
            criteria: ["The numbers stand beside the bar and are read out with it."],
            examples: { texts in [Progress("Rows imported", done: 1_250, total: 4_000).html(texts)] },
            trial: { specimen, texts in Progress(specimen.text, done: 1, total: 2).html(texts) }
        ),
        Exhibit(
            "Empty state",
            criteria: ["It says why nothing is there and offers the next step."],
            examples: { texts in
                [
                    EmptyState(
                        "No people yet",
                        explanation:
                            "People appear here when a colleague writes them down or another organisation refers them.",
                        action: Button("New person", .link("#empty-state"), style: .primary),
                        icon: .people
                    )
                    .html(texts)
                ]
            },
            trial: { specimen, texts in
                EmptyState(specimen.text, explanation: specimen.text, action: Button(specimen.text)).html(texts)
            }
        ),
        Exhibit(
            "Codes",
            criteria: ["Codes are a list in letters of one width; translation programs leave them alone."],
            examples: { texts in
                [CodeBlock("Recovery codes", lines: ["7KQ2-M9XD", "P4WT-61RA", "HH3E-V8CN", "2ZBS-QY50"]).html(texts)]
            },
            trial: { specimen, texts in CodeBlock(specimen.text, lines: [specimen.text]).html(texts) }
        ),
    ]

    /// A summary that doesn't take the focus, since a page may have only one that does.
    private static func summary(_ items: [ErrorSummary.Item], _ texts: Texts) -> HTML {
        var summary = ErrorSummary(items)
        summary.takesFocus = false
        return summary.html(texts)
    }
}
