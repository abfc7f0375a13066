// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 language mode (from the tools version) and warnings that are errors.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Pixel kernels run about two hundred times slower unoptimised, so the imaging module is optimised in debug builds too.
let optimisedInDebug: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "variate",
    products: [
        .library(name: "Variate", targets: ["Variate"]),
        .executable(name: "variate", targets: ["VariateCLI"]),
    ],
    targets: [
        // Pixels: the standard library and the C library's mathematics, nothing else.
        .target(
            name: "VariateImaging",
            swiftSettings: strict + optimisedInDebug + [.enableExperimentalFeature("Lifetimes")]),

        // Leaves: each wraps exactly one small C target.
        .target(
            name: "CImageCodecs",
            cSettings: [.unsafeFlags(["-O2"])],
            linkerSettings: [
                .linkedLibrary("png16"), .linkedLibrary("jpeg"), .linkedLibrary("webp"),
                .linkedLibrary("webpdemux"), .linkedLibrary("lcms2"), .linkedLibrary("z"),
            ]),
        .target(
            name: "VariateCodecs", dependencies: ["CImageCodecs", "VariateImaging"], swiftSettings: strict),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "VariateHTTP", dependencies: ["CCurl"], swiftSettings: strict),
        .target(name: "CStorage", linkerSettings: [.linkedLibrary("crypto")]),
        .target(name: "VariateStore", dependencies: ["CStorage"], swiftSettings: strict),

        // The core: generation, quality, duplicates, processing, reporting.
        .target(
            name: "Variate",
            dependencies: ["VariateImaging", "VariateCodecs", "VariateHTTP", "VariateStore"],
            exclude: ["Schemas"],
            // Compiled in, so that the tool works wherever its one file is put.
            resources: [.embedInCode("Quality/Profiles")],
            swiftSettings: strict),
        .executableTarget(name: "VariateCLI", dependencies: ["Variate"], swiftSettings: strict),

        // Speaks to the Python references: runs one kernel on the pixels it is sent.
        .executableTarget(
            name: "ReferenceProbe", dependencies: ["VariateImaging", "VariateCodecs", "VariateHTTP", "Variate"],
            path: "Tests/ReferenceProbe", swiftSettings: strict),

        // Times the gate and its parts: see benchmarks/README.md.
        .executableTarget(
            name: "GateSpeed", dependencies: ["Variate", "VariateCodecs", "VariateImaging"],
            path: "benchmarks/GateSpeed", swiftSettings: strict),

        // Damages files and decodes them, under AddressSanitizer: see scripts/asan-codecs.
        .executableTarget(
            name: "CodecTorture", dependencies: ["VariateCodecs", "VariateImaging"], path: "Tests/CodecTorture",
            swiftSettings: strict),

        .testTarget(name: "VariateImagingTests", dependencies: ["VariateImaging"], swiftSettings: strict),
        .testTarget(
            name: "VariateCodecsTests", dependencies: ["VariateCodecs", "CodecTorture"], swiftSettings: strict),
        // A scripted HTTP server on this machine, for tests of everything that goes over the network.
        .target(name: "LoopbackServer", path: "Tests/LoopbackServer", swiftSettings: strict),
        .testTarget(
            name: "VariateHTTPTests", dependencies: ["VariateHTTP", "LoopbackServer"], swiftSettings: strict),
        .testTarget(name: "VariateStoreTests", dependencies: ["VariateStore"], swiftSettings: strict),
        .testTarget(
            name: "VariateTests", dependencies: ["Variate", "LoopbackServer"], resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(name: "VariateCLITests", dependencies: ["VariateCLI", "Variate"], swiftSettings: strict),
    ]
)
