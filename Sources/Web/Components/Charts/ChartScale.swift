/// An axis from zero to a round number, in a few round steps.
struct ChartScale: Equatable {
    /// The value at the end of the axis, at least 1.
    let maximum: Int
    /// The distance between two grid lines.
    let step: Int

    /// The axis that holds a value.
    init(holding value: Int) {
        let wanted = max(value, 1)
        var power = 1
        while power <= wanted / 40 { power *= 10 }
        let step =
            [1, 2, 5, 10, 20, 50].map { $0.multipliedReportingOverflow(by: power) }
            .first { !$0.overflow && wanted / $0.partialValue < 5 }?.partialValue ?? wanted
        self.step = step
        let (rounded, overflow) = ((wanted - 1) / step + 1).multipliedReportingOverflow(by: step)
        maximum = overflow ? wanted : rounded
    }

    /// The values with a grid line, zero among them.
    var ticks: [Int] { Array(stride(from: 0, through: maximum, by: step)) }

    /// How many of `length` units a value takes.
    func length(_ value: Int, of length: Int) -> Int {
        Int((Double(min(value, maximum)) / Double(maximum) * Double(length)).rounded())
    }
}
