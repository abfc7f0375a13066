import VariateHTTP

/// A provider's wish for a pause, wherever it says so.
enum RetryHint {
    /// Seconds to wait: from the error's details, else its headers, else its prose; nil where none says anything.
    static func seconds(error: GeminiErrorBody?, response: HTTPResponse) -> Double? {
        error?.retryDelay ?? seconds(inHeadersOf: response) ?? error.flatMap { seconds(inProse: $0.message) }
    }

    /// `Retry-After-Ms`, or `Retry-After` in seconds or as a date, which is read against the answer's own `Date`.
    static func seconds(inHeadersOf response: HTTPResponse) -> Double? {
        if let text = response.header("retry-after-ms"), let number = Double(text), number.isFinite, number >= 0 {
            return number / 1000
        }
        guard let text = response.header("retry-after") else { return nil }
        if let number = Double(text), number.isFinite, number >= 0 { return number }
        guard let then = HTTPDate.seconds(text), let now = response.header("date").flatMap(HTTPDate.seconds) else {
            return nil
        }
        return Double(max(then - now, 0))
    }

    /// The duration behind `retry in`, `retry after`, `reset after` or `resets in`.
    static func seconds(inProse message: String) -> Double? {
        let words = message.lowercased()
        for lead in ["retry in ", "retry after ", "reset after ", "resets in "] {
            guard let start = words.firstRange(of: lead) else { continue }
            let duration = words[start.upperBound...].prefix { $0.isNumber || $0 == "." || "hms".contains($0) }
            if let seconds = seconds(inDuration: String(duration)) { return seconds }
        }
        return nil
    }

    /// `48s`, `38.2s`, `373.8ms`, `12h34m16s`; nil for anything else.
    static func seconds(inDuration text: String) -> Double? {
        // A full stop may follow the duration in prose.
        var rest = text.hasSuffix(".") ? text.dropLast() : text[...]
        var sum = 0.0
        if rest.isEmpty { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest.dropFirst(digits.count)
            let unit = rest.hasPrefix("ms") ? "ms" : String(rest.prefix(1))
            guard let number = Double(String(digits)), let factor = units[unit] else { return nil }
            rest = rest.dropFirst(unit.count)
            sum += number * factor
        }
        return sum
    }

    private static let units: [String: Double] = ["h": 3600, "m": 60, "s": 1, "ms": 0.001]
}
