import Foundation
import VariateCodecs
import VariateImaging

/// A run as one self-contained page: the source beside its variations, scores as small bars, every check of each, reasons
/// for rejects, and for those that repeat a picture, that picture and where they still differ from it.
///
/// The page needs no network and no script; every text from outside is escaped.
public struct HTMLReport: Sendable {
    private let result: VariationResult
    private let source: SourceImage

    /// A page for a result.
    public init(_ result: VariationResult, source: SourceImage) {
        self.result = result
        self.source = source
    }

    /// The whole document.
    public func render() throws(CodecError) -> String {
        var cards = try sourceCard()
        for (index, variation) in result.delivered.enumerated() {
            cards += try card(variation, heading: "Variation \(variation.number ?? index + 1)")
        }
        var sections = "<section class=\"grid\">\(cards)</section>"
        if !result.rejected.isEmpty {
            var rejects = ""
            for (index, variation) in result.rejected.enumerated() {
                rejects += try card(variation, heading: "Rejection \(index + 1)")
            }
            sections += "<h2>Rejected</h2><section class=\"grid rejected\">\(rejects)</section>"
        }
        if !result.failures.isEmpty { sections += "<h2>Without a picture</h2>\(failures())" }
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <title>\(escaped(title))</title>
            <style>\(HTMLStyle.sheet)</style>
            </head>
            <body>
            <header>
            <h1>\(escaped(title))</h1>
            <p class="lead">\(escaped(lead))</p>
            <dl>\(facts())</dl>
            </header>
            <main>\(sections)</main>
            <footer>variate · run \(escaped(result.run))</footer>
            </body>
            </html>

            """
    }

    private var title: String {
        let name = (source.path as NSString).lastPathComponent
        return "\(result.delivered.count) of \(result.options.count) variations of \(name)"
    }

    private var lead: String {
        if result.isComplete {
            return
                "Every variation asked for was delivered: each close enough to the source, and different from the others."
        }
        let why = result.stopReason.map { " The run ended early: \($0.rawValue)." } ?? ""
        return "Fewer than asked for: the rest were rejected or never arrived, as listed below.\(why)"
    }

    /// The profile, and what was set for this run alone.
    private var gate: String {
        ([result.options.profile.name] + result.options.profile.changes.map(\.description)).joined(separator: ", ")
    }

    private func facts() -> String {
        var rows: [(String, String)] = [
            ("Generator", "\(result.generator), \(result.model)"),
            ("Quality", result.options.quality.rawValue),
            ("Gate", gate),
            ("Seed", "\(result.options.seed)"),
            ("Attempts", "\(result.attempts) of \(result.options.maximumAttempts)"),
            ("Time", String(format: "%.1f s", result.duration)),
        ]
        if let diversity = result.setDiversity {
            rows.append(("Least difference in the set", String(format: "%.2f", diversity)))
        }
        if result.isPaid {
            rows.append(("Cost", result.cost.map { String(format: "$%.4f", $0) } ?? "price unknown"))
            if result.possibleCost != 0 {
                let possible = result.possibleCost.map { String(format: "$%.4f", $0) } ?? "price unknown"
                rows.append(("Possibly charged as well", possible))
            }
            rows.append(("From the cache", "\(result.cacheHits)"))
        }
        return rows.map { "<div><dt>\(escaped($0.0))</dt><dd>\(escaped($0.1))</dd></div>" }.joined()
    }

    private func sourceCard() throws(CodecError) -> String {
        let thumbnail = source.image.fitted(toLongestSide: CandidateMaker.thumbnailSide)
        return """
            <article class="source"><figure>\(try picture(thumbnail, alt: "the source"))</figure><div>
            <h3>Source</h3><p>\(escaped((source.path as NSString).lastPathComponent))</p>
            <p class="small">\(source.image.size.description)</p></div></article>

            """
    }

    private func card(_ variation: Variation, heading: String) throws(CodecError) -> String {
        let name = variation.path.map { ($0 as NSString).lastPathComponent }
        let words = [variation.axis.rawValue, variation.summary].filter { !$0.isEmpty }.joined(separator: ": ")
        let link = variation.number == nil ? nil : name
        let figure = try picture(variation.thumbnail, alt: heading)
        let linked = link.map { "<a href=\"\(escaped(Self.relativeLink($0)))\">\(figure)</a>" } ?? figure
        let reasons = variation.verdict.reasons.map(reason)
        let attempt = "slot \(variation.slot + 1), try \(variation.attempt + 1)"
        let facts = [name, variation.size.description, variation.number == nil ? attempt : nil]
        return """
            <article><figure>\(linked)</figure><div>
            <h3>\(escaped(heading))</h3><p>\(escaped(words))</p>\(bars(variation.scorecard))\
            \(reasons.isEmpty ? "" : "<ul>\(reasons.joined())</ul>")\(try repetition(variation))\
            \(HTMLChecks.details(variation.verdict.checks))\
            <p class="small">\(escaped(facts.compactMap { $0 }.joined(separator: " · ")))</p></div></article>

            """
    }

    /// The picture that a duplicate repeats, and where the two still differ.
    private func repetition(_ variation: Variation) throws(CodecError) -> String {
        guard let (image, name) = repeated(by: variation) else { return "" }
        let map = DifferenceMap(from: image, to: variation.thumbnail)
        let levels = String(format: "%.1f", map.mean)
        let share = String(format: "%.0f", 100 * map.visibleShare)
        return """
            <div class="repeat"><figure>\(try picture(image.fitted(toLongestSide: DifferenceMap.side), alt: name))\
            <figcaption>Repeats \(escaped(name))</figcaption></figure>\
            <figure>\(try picture(map.image, alt: "where the two differ, once aligned"))\
            <figcaption>Difference once aligned: \(levels)\u{A0}levels, visible on \(share)\u{A0}%</figcaption></figure></div>
            """
    }

    /// The picture that a candidate was rejected for repeating: of the two that there may be, the nearer.
    private func repeated(by variation: Variation) -> (image: Image, name: String)? {
        guard variation.verdict.duplicate else { return nil }
        let scorecard = variation.scorecard
        let fromSource = scorecard.sourceDifference ?? 1
        if let index = scorecard.nearestPrevious, result.delivered.indices.contains(index),
            scorecard.sourceDifference == nil || scorecard.diversity <= fromSource
        {
            let sibling = result.delivered[index]
            return (sibling.thumbnail, "variation \(sibling.number ?? index + 1)")
        }
        // Nearer than the source, and no variation of this run: an earlier delivery, whose picture is not at hand.
        if scorecard.diversity < fromSource, scorecard.sourceDifference != nil { return nil }
        return (source.image.fitted(toLongestSide: CandidateMaker.thumbnailSide), "the source")
    }

    private func reason(_ reason: Verdict.Reason) -> String {
        let metric = reason.metric == reason.check ? "" : " " + reason.metric
        let evidence = "\(metric) \(Self.number(reason.value)) against \(Self.number(reason.bound))"
        return "<li><b>\(escaped(reason.check))</b>\(escaped(evidence)): \(escaped(reason.advice))</li>"
    }

    private func bars(_ scorecard: Scorecard) -> String {
        let rows = [
            ("similarity", scorecard.similarity), ("diversity", scorecard.diversity),
            ("aesthetic", scorecard.aesthetic), ("integrity", scorecard.objectIntegrity),
            ("overall", scorecard.overallQuality),
        ]
        return "<div class=\"bars\">"
            + rows.map { name, value in
                let width = Int((min(max(value, 0), 1) * 100).rounded())
                return "<span>\(name)</span><i><b style=\"width:\(width)%\"></b></i><span>\(Self.number(value))</span>"
            }.joined() + "</div>"
    }

    private func failures() -> String {
        let rows = result.failures.map {
            "<tr><td>\($0.slot + 1)</td><td>\($0.attempt + 1)</td><td>\(escaped($0.failure.kind.rawValue))</td>"
                + "<td>\(escaped($0.failure.message)) \(escaped($0.failure.advice))</td></tr>"
        }
        return "<table><tr><th>Slot</th><th>Try</th><th>Kind</th><th>What happened</th></tr>\(rows.joined())</table>"
    }

    private func picture(_ image: Image, alt: String) throws(CodecError) -> String {
        try HTMLPicture.element(image, alt: alt, opaqueAs: .jpeg(quality: 85, fullChroma: true))
    }

    private static func number(_ value: Double) -> String { String(format: "%.2f", value) }

    /// A file name as a relative reference: percent-encoded, so that no name can become a scheme or leave the directory.
    private static func relativeLink(_ name: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        return "./" + (name.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
    }

    private func escaped(_ text: String) -> String { Self.escape(text) }

    /// The text with the five characters that mean something in HTML written as references.
    static func escape(_ text: String) -> String {
        var out = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }
}
