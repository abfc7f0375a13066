import CImageCodecs

/// Decoded pixels before they are upright sRGB: four bytes each, whose meaning the header tells.
struct Raster {
    let width: Int
    let height: Int
    var samples: [UInt8]

    /// Converts to sRGB: by the profile if it is usable, else by the plain formula for CMYK, else not at all.
    ///
    /// Relative colorimetric with black-point compensation; alpha is left as it is. The plain formula for CMYK is the
    /// one of Pillow: each colour is white's light less its ink's share of what black leaves.
    mutating func convert(from profile: [UInt8], model: codec_model) -> codec_profile_outcome? {
        let pixels = width * height
        var outcome: codec_profile_outcome?
        if !profile.isEmpty {
            outcome = codec_convert_to_srgb(profile, profile.count, model, &samples, pixels)
        }
        if model == codec_cmyk, outcome != codec_profile_converted { codec_cmyk_to_rgb(&samples, pixels) }
        return outcome
    }

    /// The raster turned upright.
    consuming func upright(_ orientation: Orientation) -> Raster {
        if orientation == .up { return self }
        let samples = self.samples
        let turned = [UInt8](unsafeUninitializedCapacity: samples.count) { buffer, count in
            codec_orient(samples, UInt32(width), UInt32(height), Int32(orientation.rawValue), buffer.baseAddress)
            count = samples.count
        }
        return Raster(
            width: orientation.swapsAxes ? height : width, height: orientation.swapsAxes ? width : height,
            samples: turned)
    }
}
