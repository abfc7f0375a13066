import Testing

@testable import VariateCodecs

@Suite struct SmokeTests {}
