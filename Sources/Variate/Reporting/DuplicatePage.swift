import Foundation
import VariateCodecs
public import VariateImaging

/// Groups of duplicates as one self-contained page: the picture to keep first, the others beside it. It needs no network
/// and no script; every text from outside is escaped.
public struct DuplicatePage: Sendable {
    /// Longest side of the pictures in the page, in pixels.
    public static let thumbnailSide = 320

    private let search: DuplicateSearch

    /// A page for a search.
    public init(_ search: DuplicateSearch) {
        self.search = search
    }

    /// The whole document.
    /// - Parameter load: gives the picture at a path, or nil where it can no longer be read.
    public func render(_ load: (String) -> Image?) -> String {
        let duplicates = search.groups.reduce(0) { $0 + $1.duplicates.count }
        let title = "\(duplicates) duplicates in \(search.groups.count) groups of \(search.images) images"
        let sections = search.groups.map { section($0, load) }.joined()
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p>The first picture of each group is the one to keep. A difference under 0.2 is a near-duplicate.</p>
            <main>\(sections)</main>
            </body>
            </html>

            """
    }

    private func section(_ group: DuplicateSearch.Group, _ load: (String) -> Image?) -> String {
        let kept = card(group.keep, class: "kept", words: group.keepReason, load)
        let others = group.duplicates.map { member in
            let difference = String(format: "difference %.3f", member.difference)
            let words = [difference, member.transform?.rawValue].compactMap(\.self).joined(separator: ", ")
            return card(member, class: "other", words: words, load)
        }
        return "<section>\(kept)\(others.joined())</section>\n"
    }

    private func card(
        _ member: DuplicateSearch.Member, class name: String, words: String, _ load: (String) -> Image?
    ) -> String {
        let picture = load(member.path).flatMap { image in
            try? HTMLPicture.element(
                image.fitted(toLongestSide: Self.thumbnailSide), alt: "",
                opaqueAs: .jpeg(quality: 80, fullChroma: false))
        }
        return """
            <article class="\(name)"><figure>\(picture ?? "")</figure>\
            <h2>\(HTMLReport.escape(member.path))</h2><p>\(member.width)x\(member.height)</p>\
            <p>\(HTMLReport.escape(words))</p></article>
            """
    }

    private static let style = """
        :root{color-scheme:light dark;--line:#8884;--keep:#2f7d6b}
        body{margin:0;padding:2rem;font:15px/1.5 system-ui,sans-serif}
        section{display:flex;flex-wrap:wrap;gap:1rem;padding:1rem 0;border-top:1px solid var(--line)}
        article{width:240px;border:1px solid var(--line);border-radius:10px;overflow:hidden;padding-bottom:.6rem}
        article.kept{outline:2px solid var(--keep)}
        figure{margin:0}
        img{display:block;width:100%;height:auto}
        h1{font-size:1.4rem;margin:0}
        h2{font-size:.9rem;margin:.5rem .8rem 0;overflow-wrap:anywhere}
        article p{margin:.1rem .8rem;font-size:.85rem}
        """
}
