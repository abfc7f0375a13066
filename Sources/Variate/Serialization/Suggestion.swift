/// Finds the word that was probably meant.
package enum Suggestion {
    /// The nearest of the candidates, or nil when none is near: at most one edit in three letters, or a prefix of
    /// three letters or more. Ties go to the earlier candidate.
    package static func nearest(to word: String, among candidates: [String]) -> String? {
        let word = word.lowercased()
        let scored = candidates.map { (candidate: $0, distance: editDistance(word, $0.lowercased())) }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        if best.distance <= max(1, word.count / 3) { return best.candidate }
        return word.count >= 3 ? candidates.first { $0.lowercased().hasPrefix(word) } : nil
    }

    /// The number of insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
    /// (optimal string alignment).
    /// - Complexity: O(a · b) in their lengths.
    package static func editDistance(_ a: String, _ b: String) -> Int {
        let a = Array(a)
        let b = Array(b)
        var beforePrevious: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
                var best = min(substitution, previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforePrevious[j - 1] + 1) }
                current.append(best)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }
}
