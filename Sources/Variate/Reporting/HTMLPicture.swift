import Foundation
import VariateCodecs
import VariateImaging

/// A picture inside a page.
enum HTMLPicture {
    /// An `img` element with its picture inside: opaque ones in the encoding given, transparent ones as PNG, so that they stay
    /// transparent over the page's ground.
    static func element(
        _ image: Image, alt: String, opaqueAs encoding: ImageEncoder.Encoding
    ) throws(CodecError) -> String {
        let opaque = image.isOpaque
        let bytes = try ImageEncoder.encode(image, as: opaque ? encoding : .png(compression: 6))
        let type = opaque ? ImageFormat.jpeg.mimeType : ImageFormat.png.mimeType
        return "<img width=\"\(image.width)\" height=\"\(image.height)\" alt=\"\(HTMLReport.escape(alt))\" "
            + "src=\"data:\(type);base64,\(Data(bytes).base64EncodedString())\">"
    }
}
