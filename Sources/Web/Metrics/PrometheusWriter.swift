/// Writes the Prometheus text format.
struct PrometheusWriter {
    private(set) var text = ""

    mutating func family(_ name: String, _ help: String, _ kind: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    mutating func sample(_ name: String, _ labels: [(name: String, value: String)], _ value: Double) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.name)=\"\(escaped($0.value))\"" }
            text += "{" + pairs.joined(separator: ",") + "}"
        }
        text += " \(number(value))\n"
    }

    mutating func histogram(
        _ name: String,
        _ labels: [(name: String, value: String)],
        _ figures: HistogramFigures
    ) {
        var total: UInt64 = 0
        for (index, count) in figures.counts.enumerated() {
            total += count
            let bound = index < figures.bounds.count ? number(figures.bounds[index]) : "+Inf"
            sample(name + "_bucket", labels + [("le", bound)], Double(total))
        }
        sample(name + "_sum", labels, figures.sum)
        sample(name + "_count", labels, Double(total))
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : value.description
    }

    private func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
