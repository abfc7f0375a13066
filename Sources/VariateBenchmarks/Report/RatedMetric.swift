/// A number of the scorecard or of the textbook, and the classes that it is there to find.
struct RatedMetric: Sendable {
    let name: String
    let higherIsWorse: Bool
    let label: CorpusLabel
    /// Nil: every class of the label.
    let types: Set<String>?

    private static let unsharp: Set = [
        "blur", "motion", "upscaled", "disc_blur", "camera_shake", "zoom_blur", "smeared", "error_banner",
    ]
    private static let otherPicture: Set = ["unrelated", "unrelated_graded", "text_page", "code_pattern", "corner"]

    /// The classes that each named defect is for.
    private static let defects: [String: Set<String>] = [
        "blurred": unsharp,
        "blank": ["blank", "colour_run", "transparent"],
        "blocky": ["jpegblock", "jpeg_blocks", "jpeg_twice_blocks", "mosaic", "loading"],
        "noisy": ["noise", "saltpepper", "salt_and_pepper", "latent_noise", "tape_noise", "raw_mosaic"],
        "overexposed": ["overexposed", "burnt_highlights"],
        "underexposed": ["underexposed", "crushed_blacks", "black_vignette"],
        "washed_out": ["washedout", "washed_out", "grey_green_wash", "thick_fog"],
        "posterised": ["posterize", "posterised", "banding"],
        "hard_seams": [
            "glitch", "colour_blocks", "upside_down_block", "wrapped_around", "torn_mesh", "censored", "dead_rows",
        ],
        "flat_bar": ["truncated", "letterbox", "salvaged_jpeg", "half_missing"],
        "checkerboard": ["checker", "checkerboard", "checkerboard_fill"],
        "lost_channel": ["missing_channel"],
        "tiled": ["tile", "tiled", "collage", "planes_apart"],
    ]
    /// Numbers that describe a candidate and accuse it of nothing.
    private static let descriptive: Set = ["aspect_ratio_change", "shorter_side", "source_difference", "diversity"]

    /// Those that are known by name.
    private static let known: [RatedMetric] = [
        RatedMetric(name: "difference", higherIsWorse: false, label: .duplicate, types: nil),
        RatedMetric(name: "ahash_distance", higherIsWorse: false, label: .duplicate, types: nil),
        RatedMetric(name: "dhash_distance", higherIsWorse: false, label: .duplicate, types: nil),
        RatedMetric(name: "phash_distance", higherIsWorse: false, label: .duplicate, types: nil),
        RatedMetric(name: "ssim", higherIsWorse: true, label: .duplicate, types: nil),
        RatedMetric(name: "edge_relation", higherIsWorse: false, label: .weak, types: otherPicture),
        RatedMetric(name: "colour_overlap", higherIsWorse: false, label: .weak, types: otherPicture),
        RatedMetric(name: "matching_corners", higherIsWorse: false, label: .weak, types: otherPicture),
        RatedMetric(name: "laplacian_variance", higherIsWorse: false, label: .weak, types: unsharp),
        RatedMetric(name: "similarity", higherIsWorse: false, label: .weak, types: otherPicture),
        RatedMetric(name: "aesthetic", higherIsWorse: false, label: .weak, types: nil),
        RatedMetric(name: "object_integrity", higherIsWorse: false, label: .weak, types: nil),
        RatedMetric(name: "overall_quality", higherIsWorse: false, label: .weak, types: nil),
    ]

    /// How to rate each number that occurs. A name that is not known is rated as a defect, against every weak class.
    static func rating(_ names: Set<String>) -> [RatedMetric] {
        let listed = known.filter { names.contains($0.name) }
        let rest = names.subtracting(known.map(\.name)).subtracting(descriptive).sorted()
        return listed + rest.map { RatedMetric(name: $0, higherIsWorse: true, label: .weak, types: defects[$0]) }
    }

    /// Whether it is there to find this case.
    func seeks(_ found: CorpusCase) -> Bool {
        found.label == label && types?.contains(found.type) != false
    }
}
