import Foundation
import Testing

@testable import VariateCLI

@Suite struct ProjectDirectoryTests {
    @Test func staysWithinTheProjectWhateverLinksSay() throws {
        let root = NSTemporaryDirectory() + "project-\(UUID().uuidString)"
        let manager = FileManager.default
        defer { try? manager.removeItem(atPath: root) }
        try manager.createDirectory(atPath: "\(root)/app/src", withIntermediateDirectories: true)
        try manager.createDirectory(atPath: "\(root)/app-secret", withIntermediateDirectories: true)
        for (link, target) in [
            ("out", "../app-secret"), ("lost", "../nothing"), ("in", "src"), ("self", "."), ("loop", "loop"),
        ] {
            try manager.createSymbolicLink(atPath: "\(root)/app/\(link)", withDestinationPath: target)
        }
        try manager.createSymbolicLink(atPath: "\(root)/alias", withDestinationPath: "app")
        let project = ProjectDirectory(ofFile: "\(root)/app/.variate.json")
        let contains = { (text: String) in project.contains(text, from: "\(root)/app") }
        for inside in [
            "made", "made/of/it", ".", "src", "in/made", "self/made", "./made/", "\(root)/app", "\(root)/app/made",
            "\(root)/alias/made",
        ] {
            #expect(contains(inside), "\(inside)")
        }
        for outside in [
            "..", "../x", "src/../made", "/", "/tmp", "\(root)/app-secret", "\(root)/apple", "out", "out/x", "lost",
            "lost/x", "loop", "\(root)/app/../app-secret",
        ] {
            #expect(!contains(outside), "\(outside)")
        }
        #expect(project.contains("made", from: "\(root)/app/src"))
        #expect(!project.contains("made", from: root))
    }
}
