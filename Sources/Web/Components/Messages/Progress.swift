public import Localization
public import Markup

/// How far something has come, as a bar and in numbers.
public struct Progress: Component {
    /// What it is, in the words of the reader.
    public var label: String
    /// What is done already.
    public var done: Int
    /// All there is to do; at least 1 is taken.
    public var total: Int

    public init(_ label: String, done: Int, total: Int) {
        self.label = label
        self.done = done
        self.total = total
    }

    public func html(_ texts: Texts) -> HTML {
        let all = max(total, 1)
        let part = min(max(done, 0), all)
        let numbers = texts.component.doneOf(done: texts.formats.number(part), total: texts.formats.number(all))
        return """
            <div class="progress"><span>\(label)</span> <span class="number">\(numbers)</span>\
            <progress max="\(all)" value="\(part)" aria-label="\(label)">\(numbers)</progress></div>
            """
    }
}
