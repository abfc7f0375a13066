import Testing

@testable import VariateCLI

@Suite struct SmokeTests {}
