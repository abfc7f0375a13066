import Foundation
import Variate
import VariateCodecs
import VariateImaging

/// Times the gate on one thread, picture by picture, and prints a Markdown table of milliseconds.
///
///     swift run -c release GateSpeed [--runs N] [--side S] PICTURE…
///
/// Every picture is brought to S × S pixels (1024) and judged against a source and three siblings that are the same picture
/// in slightly other tones, so that all four comparisons run to their end. Each figure is the median of N runs (31) of the
/// thread's processor time, which other programs on the machine disturb less than they do a clock.
@main
enum Main {
    static func main() throws {
        var runs = 31
        var side = 1024
        var paths: [String] = []
        var arguments = CommandLine.arguments.dropFirst().makeIterator()
        while let argument = arguments.next() {
            switch argument {
            case "--runs": runs = arguments.next().flatMap { Int($0) } ?? runs
            case "--side": side = arguments.next().flatMap { Int($0) } ?? side
            default: paths.append(argument)
            }
        }
        guard !paths.isEmpty, runs > 0, side > 0 else {
            print("usage: GateSpeed [--runs N] [--side S] PICTURE…")
            return
        }
        let size = Size(width: side, height: side)
        var table = StageTable()
        for path in paths {
            let picture = try ImageDecoder.decode(contentsOf: path).image.resized(to: size, using: .lanczos3)
            for stage in GateStages(picture).stages {
                table.add(stage.name, median(of: runs, stage.run))
            }
            table.endPicture(URL(fileURLWithPath: path).lastPathComponent)
        }
        print(table.text)
    }

    /// The median processor time of a stage, in milliseconds, after one run that is not counted.
    private static func median(of runs: Int, _ run: () -> Void) -> Double {
        run()
        let times = (0..<runs).map { _ in
            let begun = processorSeconds()
            run()
            return 1000 * (processorSeconds() - begun)
        }
        return times.sorted()[runs / 2]
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
