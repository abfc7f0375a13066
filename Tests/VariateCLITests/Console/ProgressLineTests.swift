import Testing

@testable import VariateCLI

@Suite struct ProgressLineTests {
    private let plain = ProgressLine(width: 60, unicode: false, color: false)

    @Test func drawsABarAndWhatIsLeft() {
        let state = ProgressState(unit: "images", total: 4, completed: 2, rejected: 1)
        #expect(
            plain.render(state, elapsed: 6, frame: 0) == "| 2/4 images [###########...........]  6 s left, 1 rejected")
        let unicode = ProgressLine(width: 60, unicode: true, color: false)
        #expect(unicode.render(state, elapsed: 6, frame: 1).hasPrefix("⠙ 2/4 images ━━━━"))
    }

    @Test func knowsNothingOfTheTimeBeforeTheFirst() {
        let state = ProgressState(unit: "images", total: 4, active: 2)
        #expect(plain.render(state, elapsed: 6, frame: 0).hasSuffix("2 under way"))
        #expect(ProgressLine.plain(state, elapsed: 6) == "0 of 4 images, 2 under way")
    }

    @Test func neverFillsTheTerminal() {
        let states = [
            ProgressState(unit: "images", total: 0), ProgressState(unit: "images", total: 4, completed: 4),
            ProgressState(unit: "images", total: 64, completed: 33, rejected: 12, failed: 3, active: 8),
        ]
        for width in 0...120 {
            for unicode in [false, true] {
                let line = ProgressLine(width: width, unicode: unicode, color: false)
                for state in states { #expect(line.render(state, elapsed: 4000, frame: 7).count <= max(0, width - 1)) }
            }
        }
    }

    @Test func colorChangesNoCharacters() {
        let state = ProgressState(unit: "images", total: 4, completed: 1)
        let colored = ProgressLine(width: 60, unicode: true, color: true).render(state, elapsed: 1, frame: 0)
        let stripped = colored.replacing(/\u{1B}\[[0-9]*m/, with: "")
        #expect(colored != stripped)
        #expect(stripped == ProgressLine(width: 60, unicode: true, color: false).render(state, elapsed: 1, frame: 0))
    }

    @Test func plainLinesSayItAll() {
        let state = ProgressState(unit: "images", total: 4, completed: 1, rejected: 2, failed: 1, active: 2)
        #expect(
            ProgressLine.plain(state, elapsed: 30)
                == "1 of 4 images, 1 min 30 s left, 2 rejected, 1 failed, 2 under way")
    }

    @Test(arguments: [
        (0.0, "0 s"), (0.2, "1 s"), (59, "59 s"), (60, "1 min 00 s"), (185, "3 min 05 s"), (7620, "2 h 07 min"),
        (-4, "0 s"),
    ])
    func duration(_ seconds: Double, _ text: String) {
        #expect(ProgressLine.duration(seconds) == text)
    }
}
