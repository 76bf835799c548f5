import Domain
import Guides
import Localization
import Markup
import Web

/// The five standing questions, and the screening that an answer or a problem raises (design, safety rule 7).
struct ConsoleQuestions {
    let page: ConsolePage

    func html(_ texts: Texts) -> HTML {
        let state = page.state
        guard StandingQuestions.areOffered(state.problemCodes) || state.problemCodes.isEmpty else { return "" }
        return "\(standing(texts))\(screenings(texts))"
    }

    private func standing(_ texts: Texts) -> HTML {
        let rows = HTML.each(StandingQuestion.allCases) { question in
            let name = "answer." + question.rawValue
            let given = page.state.answers[question.rawValue] ?? StandingAnswer.notAsked.rawValue
            let choices = HTML.each(StandingAnswer.allCases) { answer in
                """
                <label class="chip"><input type="radio" name="\(name)" value="\(answer.rawValue)"\
                \(attribute: "checked", answer.rawValue == given) data-update=""/>\
                <span>\(answer.title(texts))</span></label>
                """
            }
            return """
                <fieldset class="question" role="radiogroup"><legend>\(words(question, texts))</legend>\
                <div class="chips">\(choices)</div></fieldset>
                """
        }
        let isOpen = StandingQuestions.areOffered(page.state.problemCodes)
        return """
            <details class="section questions"\(attribute: "open", isOpen)><summary>\
            \(texts.hotline.questions)</summary>\(rows)</details>
            """
    }

    /// The content's words where it has a question of that name.
    private func words(_ question: StandingQuestion, _ texts: Texts) -> String {
        let written = page.content.screening.standing.questions.first { $0.key == question.rawValue }
        if let text = written?.text.text(texts.language), !text.isEmpty { return text }
        return switch question {
        case .violence: texts.hotline.askViolence
        case .treatmentByNationality: texts.hotline.askTreatment
        case .papersHeld: texts.hotline.askPapers
        case .freeToLeave: texts.hotline.askFree
        case .childOrPregnant: texts.hotline.askChild
        }
    }

    private func screenings(_ texts: Texts) -> HTML {
        let raised = StandingQuestions.raised(by: page.state.answers)
        let ofProblems = page.content.screening.screenings(for: page.state.problemCodes, in: page.content.problems)
        let ids = Set(ofProblems.map(\.id))
        let due = page.content.screening.all.filter { screening in
            screening.kind != .standing && (ids.contains(screening.id) || raised.contains(screening.kind.rawValue))
        }
        return HTML.each(due) { screening in self.screening(screening, texts) }
    }

    private func screening(_ screening: Screening, _ texts: Texts) -> HTML {
        let chosen = Set(page.state.screening)
        let boxes = HTML.each(screening.questions) { question in
            let value = screening.id + "." + question.key
            return """
                <label class="choice"><input type="checkbox" name="screening" value="\(value)"\
                \(attribute: "checked", chosen.contains(value)) data-update=""/>\
                <span>\(question.text.text(texts.language))</span></label>
                """
        }
        let keys = Set(screening.questions.map(\.key).filter { chosen.contains(screening.id + "." + $0) })
        let risk = screening.risk(answeredYes: keys)
        let advice: HTML? =
            risk == .normal
            ? nil : Notice(risk == .high ? .danger : .warning, screening.advice.text(texts.language)).html(texts)
        return """
            <fieldset class="card screening"><legend>\(screening.names.text(texts.language))</legend>\
            \(boxes)\(advice)</fieldset>
            """
    }
}
