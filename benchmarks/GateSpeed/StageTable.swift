import Foundation

/// Milliseconds of each stage for each picture, as a Markdown table with a column of medians.
struct StageTable {
    private var names: [String] = []
    private var times: [String: [Double]] = [:]
    private var pictures: [String] = []

    mutating func add(_ stage: String, _ milliseconds: Double) {
        if times[stage] == nil { names.append(stage) }
        times[stage, default: []].append(milliseconds)
    }

    mutating func endPicture(_ name: String) {
        pictures.append(name)
    }

    var text: String {
        var lines = [
            "| ms | median | " + pictures.joined(separator: " | ") + " |",
            "|" + String(repeating: "---|", count: pictures.count + 2),
        ]
        for name in names {
            let row = times[name, default: []]
            let figures = [row.sorted()[row.count / 2]] + row
            lines.append("| \(name) | " + figures.map { String(format: "%.2f", $0) }.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }
}
