/// A table for people: what it shows, its columns, and rows of text.
public struct BenchmarkTable: Sendable, Equatable {
    /// What it shows.
    public let title: String
    /// The names of the columns; the first is of text, the others of numbers unless they are in `textColumns`.
    public let columns: [String]
    /// One text a column.
    public let rows: [[String]]
    /// Columns that hold words.
    public let textColumns: Set<Int>

    init(_ title: String, columns: [String], rows: [[String]], textColumns: Set<Int> = [0]) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.textColumns = textColumns
    }

    /// The table in Markdown, under a heading of the third rank.
    public var markdown: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rule = "|" + columns.indices.map { textColumns.contains($0) ? "---|" : "---:|" }.joined()
        let escaped = rows.map { $0.map { $0.replacing("|", with: "\\|") } }
        return (["### \(title)", "", line(columns), rule] + escaped.map(line)).joined(separator: "\n")
    }
}
