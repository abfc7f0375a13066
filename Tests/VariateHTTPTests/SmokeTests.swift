import Testing

@testable import VariateHTTP

@Suite struct SmokeTests {}
