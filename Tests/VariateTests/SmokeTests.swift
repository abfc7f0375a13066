import Testing

@testable import Variate

@Suite struct SmokeTests {}
