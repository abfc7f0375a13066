/// The index inside `0..<count` that stands for `index` when a row is continued by mirroring about its end pixels,
/// which are not repeated: `… c b | a b c d | c b …`. A single pixel is repeated.
///
/// Equal to OpenCV's `borderInterpolate` with `BORDER_REFLECT_101`, for any distance outside.
/// - Complexity: O(1).
/// - Precondition: `count` is positive.
func reflected(_ index: Int, in count: Int) -> Int {
    if index >= 0 && index < count { return index }
    if count == 1 { return 0 }
    let period = 2 * (count - 1)
    let remainder = index % period
    let phase = remainder < 0 ? remainder + period : remainder
    return phase < count ? phase : period - phase
}

/// How a plane is continued beyond its border.
enum Border {
    /// By mirroring about the end pixels, which are not repeated (OpenCV's `BORDER_REFLECT_101`).
    case mirrored
    /// By repeating the end pixels (OpenCV's `BORDER_REPLICATE`).
    case repeated

    /// The index inside `0..<count` that stands for `index`.
    /// - Complexity: O(1).
    /// - Precondition: `count` is positive.
    func index(_ index: Int, in count: Int) -> Int {
        switch self {
        case .mirrored: reflected(index, in: count)
        case .repeated: max(0, min(index, count - 1))
        }
    }
}

/// Copies row `y` of `plane` into the middle of `padded` and mirrors it (see `reflected(_:in:)`) into `radius` samples
/// on either side.
/// - Complexity: O(width + radius).
/// - Precondition: `padded` holds `plane.width + 2 * radius` samples, and `y` is a row of the plane.
func padRow(_ y: Int, of plane: Plane<Float>, into padded: inout [Float], radius: Int) {
    let width = plane.width
    let start = y * width
    let row = plane.samples.span.extracting(start..<start + width)
    var target = padded.mutableSpan
    for i in row.indices { target[radius + i] = row[i] }
    for i in 0..<radius {
        target[i] = row[reflected(i - radius, in: width)]
        target[radius + width + i] = row[reflected(width + i, in: width)]
    }
}
