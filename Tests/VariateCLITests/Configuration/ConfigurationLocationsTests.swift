import Testing

@testable import VariateCLI

@Suite struct ConfigurationLocationsTests {
    @Test func searchesUpToTheRepositorysRoot() {
        let places = locations(["HOME": "/home/me"], "/home/me/src/app/src", existing: ["/home/me/src/app/.git"])
        #expect(places.projectCandidates == ["/home/me/src/app/src/.variate.json", "/home/me/src/app/.variate.json"])
    }

    @Test func searchesUpToTheHomeDirectory() {
        let places = locations(["HOME": "/home/me"], "/home/me/a")
        #expect(places.projectCandidates == ["/home/me/a/.variate.json", "/home/me/.variate.json"])
    }

    @Test func searchesNowhereElse() {
        #expect(locations(["HOME": "/home/me"], "/tmp/x/y").projectCandidates == ["/tmp/x/y/.variate.json"])
        #expect(locations([:], "/").projectCandidates == ["/.variate.json"])
    }

    @Test func followsTheBaseDirectorySpecification() {
        let home = locations(["HOME": "/home/me"], "/")
        #expect(home.userFile == "/home/me/.config/variate/config.json")
        #expect(home.cacheDirectory == "/home/me/.cache/variate")
        let set = locations(["HOME": "/home/me", "XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "relative"], "/")
        #expect(set.userFile == "/c/variate/config.json")
        #expect(set.cacheDirectory == "/home/me/.cache/variate")
        #expect(locations([:], "/").userFile == nil)
    }

    @Test func anotherUsersRepositoryDoesNotWidenTheSearch() {
        let places = locations([:], "/tmp/a/b", existing: ["/tmp/.variate.json"], foreign: ["/tmp/.git"])
        #expect(places.projectCandidates == ["/tmp/a/b/.variate.json"])
        #expect(places.warnings == ["/tmp/.variate.json: ignored; /tmp/.git belongs to another user"])
        // Nobody needs to know where there is nothing to miss.
        #expect(locations([:], "/tmp/a/b", foreign: ["/tmp/.git"]).warnings.isEmpty)
    }

    @Test func anotherUsersRepositoryDoesNotEndTheSearch() {
        let places = locations(
            ["HOME": "/home/me"], "/home/me/a/b", existing: ["/home/me/.git"], foreign: ["/home/me/a/.git"])
        #expect(places.projectCandidates.last == "/home/me/.variate.json")
    }

    @Test func anotherUsersFileIsNotRead() {
        let places = locations(
            ["HOME": "/home/me"], "/home/me/a", existing: ["/home/me/.variate.json"],
            foreign: ["/home/me/a/.variate.json"])
        #expect(places.projectCandidates == ["/home/me/.variate.json"])
        #expect(places.warnings == ["/home/me/a/.variate.json: ignored; it belongs to another user"])
        let alone = locations([:], "/tmp", foreign: ["/tmp/.variate.json"])
        #expect(alone.projectCandidates.isEmpty && alone.warnings.count == 1)
    }

    private func locations(
        _ environment: [String: String], _ directory: String, existing: Set<String> = [], foreign: Set<String> = []
    ) -> ConfigurationLocations {
        ConfigurationLocations(environment: environment, currentDirectory: directory) { path in
            foreign.contains(path) ? .foreign : existing.contains(path) ? .own : .absent
        }
    }
}
