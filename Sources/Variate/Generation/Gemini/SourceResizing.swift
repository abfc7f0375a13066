import VariateCodecs
import VariateImaging

/// The picture at another size, as it is sent to a provider: Lanczos, three lobes.
func resizedForUpload(_ image: Image, to size: Size) throws(CodecError) -> Image {
    throw .unencodable(.png, "no resampler yet")
}
