import Testing

@testable import VariateCLI

@Suite struct ConfigurationLocationsTests {
    @Test func searchesUpToTheRepositorysRoot() {
        let places = locations(["HOME": "/home/me"], "/home/me/work/app/src", existing: ["/home/me/work/app/.git"])
        #expect(places.projectCandidates == ["/home/me/work/app/src/.variate.json", "/home/me/work/app/.variate.json"])
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

    private func locations(
        _ environment: [String: String], _ directory: String, existing: Set<String> = []
    ) -> ConfigurationLocations {
        ConfigurationLocations(environment: environment, currentDirectory: directory, exists: existing.contains)
    }
}
