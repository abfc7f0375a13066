import Foundation
import VariateCodecs
import VariateImaging

/// A run as one self-contained page: the source beside its variations, scores as small bars, reasons for rejects.
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
        for variation in result.delivered { cards += try card(variation) }
        var sections = "<section class=\"grid\">\(cards)</section>"
        if !result.rejected.isEmpty {
            var rejects = ""
            for variation in result.rejected { rejects += try card(variation) }
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
            <style>\(Self.style)</style>
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

    private func facts() -> String {
        var rows: [(String, String)] = [
            ("Generator", "\(result.generator), \(result.model)"),
            ("Quality", "\(result.options.quality.rawValue), gate \(result.options.profile.name)"),
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
            <article class="source"><figure>\(try picture(thumbnail, alt: "the source"))</figure>
            <h3>Source</h3><p>\(escaped((source.path as NSString).lastPathComponent))</p>
            <p class="small">\(source.image.size.description)</p></article>

            """
    }

    private func card(_ variation: Variation) throws(CodecError) -> String {
        let name = variation.path.map { ($0 as NSString).lastPathComponent }
        let heading =
            variation.number.map { "Variation \($0)" } ?? "Slot \(variation.slot + 1), try \(variation.attempt + 1)"
        let words = [variation.axis.rawValue, variation.summary].filter { !$0.isEmpty }.joined(separator: ": ")
        let link = variation.number == nil ? nil : name
        let figure = try picture(variation.thumbnail, alt: heading)
        let linked = link.map { "<a href=\"\(escaped(Self.relativeLink($0)))\">\(figure)</a>" } ?? figure
        let reasons = variation.verdict.reasons.map(reason)
        return """
            <article><figure>\(linked)</figure>
            <h3>\(escaped(heading))</h3><p>\(escaped(words))</p>\(bars(variation.scorecard))\
            \(reasons.isEmpty ? "" : "<ul>\(reasons.joined())</ul>")\
            <p class="small">\(escaped([name, variation.size.description].compactMap { $0 }.joined(separator: " · ")))</p></article>

            """
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

    /// An `img` with its picture inside; transparent pictures stay transparent over the page's checkered ground.
    private func picture(_ image: Image, alt: String) throws(CodecError) -> String {
        let opaque = image.isOpaque
        let bytes = try ImageEncoder.encode(
            image, as: opaque ? .jpeg(quality: 85, fullChroma: true) : .png(compression: 6))
        let type = opaque ? ImageFormat.jpeg.mimeType : ImageFormat.png.mimeType
        return "<img width=\"\(image.width)\" height=\"\(image.height)\" alt=\"\(escaped(alt))\" "
            + "src=\"data:\(type);base64,\(Data(bytes).base64EncodedString())\">"
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

    private static let style = """
        :root{color-scheme:light dark;--ink:#1c2024;--soft:#667085;--line:#e3e6ea;--card:#fff;--page:#f5f6f8;--bar:#2f7d6b;--bad:#b42318}
        @media(prefers-color-scheme:dark){:root{--ink:#eceef0;--soft:#9aa4b2;--line:#30363d;--card:#1b1f24;--page:#111417;--bar:#4db6a0;--bad:#f97066}}
        *{box-sizing:border-box}
        body{margin:0;padding:2rem clamp(1rem,4vw,3.5rem);background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
        h1{font-size:1.5rem;margin:0 0 .25rem;overflow-wrap:anywhere}
        h2{font-size:1.15rem;margin:2.2rem 0 .8rem}
        h3{font-size:1rem;margin:.7rem .9rem 0}
        .lead{color:var(--soft);margin:0 0 1rem;max-width:46rem}
        dl{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:0 0 1.5rem}
        dt{color:var(--soft);font-size:.75rem}
        dd{margin:0;font-variant-numeric:tabular-nums}
        .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(205px,1fr));gap:1.1rem}
        article{background:var(--card);border:1px solid var(--line);border-radius:10px;overflow:hidden;padding-bottom:.7rem}
        article.source{outline:2px solid var(--bar)}
        article p{margin:.1rem .9rem .5rem;color:var(--soft);overflow-wrap:anywhere}
        figure{margin:0;background:repeating-conic-gradient(#e8eaed 0 25%,#fff 0 50%) 0 0/18px 18px}
        figure img{display:block;width:100%;height:auto}
        .bars{display:grid;grid-template-columns:auto 1fr auto;gap:.15rem .6rem;margin:.4rem .9rem;font-size:.78rem;align-items:center;font-variant-numeric:tabular-nums}
        .bars i{height:6px;border-radius:3px;background:var(--line);overflow:hidden}
        .bars i b{display:block;height:100%;background:var(--bar)}
        .rejected .bars i b{background:var(--soft)}
        .rejected img{filter:saturate(.75)}
        ul{margin:.5rem .9rem;padding-left:1rem;font-size:.85rem}
        li b{color:var(--bad);font-weight:600}
        .small{font-size:.78rem}
        table{border-collapse:collapse;font-size:.9rem}
        td,th{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        footer{margin-top:2.5rem;color:var(--soft);font-size:.8rem}
        """
}
