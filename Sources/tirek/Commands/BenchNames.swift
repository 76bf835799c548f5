import App
import ArgumentParser

extension Bench {
    struct Names: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer the name queries of a folder of test people, with the time of each."
        )

        @Option(help: "A folder with records.tsv and queries.tsv.") var data: String
        @Option(help: "Where to write “qid, rids, milliseconds”.") var answers: String
        @Flag(help: "Take no snapshot, which would hold everything twice more.") var withoutSnapshot = false

        func run() async throws {
            try await running {
                say(try NameBenchmarks.names(folder: data, answers: answers, withSnapshot: !withoutSnapshot))
            }
        }
    }

    struct Pairs: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Score pairs of names.")

        @Option(help: "A file of “id, name, name” lines.") var pairs: String
        @Option(help: "Where to write “id, score”.") var scores: String

        func run() async throws {
            try await running { say(try NameBenchmarks.pairs(file: pairs, scores: scores)) }
        }
    }

    struct Duplicates: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find the suspected duplicates among test people, all pairs above 0.5."
        )

        @Option(help: "A folder with records.tsv.") var data: String
        @Option(help: "Where to write “rid, rid, probability”.") var out: String

        func run() async throws {
            try await running { say(try NameBenchmarks.duplicates(folder: data, file: out)) }
        }
    }
}
