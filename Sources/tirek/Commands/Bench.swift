import App
import ArgumentParser

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Parts of the measurements that script/bench makes.",
        subcommands: [
            ServeRender.self, Writes.self, Names.self, Pairs.self, Duplicates.self, DeskData.self, SearchData.self,
        ]
    )

    struct ServeRender: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Serve one page of 50 rows from memory through the whole HTTP and page code at /bench/render."
        )

        @Option(help: "The port to listen on.") var port: Int = 8081
        @Option(help: "The folder Content.") var content: String = "Content"

        func run() async throws {
            try await running { try await RenderBenchmark.serve(port: port, content: content) }
        }
    }

    struct Writes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count one user's changes per second, each with its leaf and event, on a fresh database."
        )

        @Option(help: "sqlite:///path or postgres://…, which must be empty.") var databaseURL: String
        @Option(help: "For how many seconds.") var seconds: Int = 5

        func run() async throws {
            try await running {
                say(try await WriteBenchmark.run(databaseURL: databaseURL, seconds: seconds))
            }
        }
    }
}
