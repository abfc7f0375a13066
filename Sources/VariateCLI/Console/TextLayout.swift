/// Lays plain text out in columns.
enum TextLayout {
    /// The text's words in lines of at most `width` characters; a longer word has a line of its own.
    static func wrap(_ text: String, width: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// Rows of cells, each column as wide as its widest cell, two spaces between them. Columns that are listed in
    /// `numeric` are aligned to the right.
    static func table(_ rows: [[String]], numeric: Set<Int> = []) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.compactMap { $0.indices.contains(column) ? $0[column].count : nil }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                numeric.contains(column)
                    ? cell.leftPadding(to: widths[column])
                    : column == columns - 1 ? cell : cell.padding(to: widths[column])
            }
            return cells.joined(separator: "  ")
        }
    }
}

extension String {
    /// The text with spaces after it, at least `width` characters long.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The text with spaces before it, at least `width` characters long.
    func leftPadding(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
