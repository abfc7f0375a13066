import Testing

@testable import VariateImaging

@Suite struct SmokeTests {}
