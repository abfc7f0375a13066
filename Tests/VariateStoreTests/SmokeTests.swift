import Testing

@testable import VariateStore

@Suite struct SmokeTests {}
