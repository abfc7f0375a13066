import Foundation
import Testing

@testable import VariateCLI

@Suite struct FilePresenceTests {
    @Test func linksCountAsTheirsWhoOwnThemAndTheirTargets() throws {
        let directory = NSTemporaryDirectory() + "presence-\(UUID().uuidString)"
        let manager = FileManager.default
        try manager.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? manager.removeItem(atPath: directory) }
        #expect(manager.createFile(atPath: "\(directory)/file", contents: nil))
        try manager.createSymbolicLink(atPath: "\(directory)/link", withDestinationPath: "file")
        try manager.createSymbolicLink(atPath: "\(directory)/dangling", withDestinationPath: "nothing")
        #expect(FilePresence(of: directory) == .own)
        #expect(FilePresence(of: "\(directory)/file") == .own)
        #expect(FilePresence(of: "\(directory)/link") == .own)
        #expect(FilePresence(of: "\(directory)/dangling") == .absent)
        #expect(FilePresence(of: "\(directory)/nothing") == .absent)
    }

    /// Only the administrator can give files away; to others, the administrator's own are foreign.
    @Test func othersFilesAreForeign() throws {
        let directory = NSTemporaryDirectory() + "presence-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var foreign = "/etc/passwd"
        if geteuid() == 0 {
            foreign = "\(directory)/given"
            #expect(FileManager.default.createFile(atPath: foreign, contents: nil))
            try #require(chown(foreign, 12_345, 12_345) == 0)
        }
        #expect(FilePresence(of: foreign) == .foreign)
        try FileManager.default.createSymbolicLink(atPath: "\(directory)/link", withDestinationPath: foreign)
        #expect(FilePresence(of: "\(directory)/link") == .foreign)
    }
}
