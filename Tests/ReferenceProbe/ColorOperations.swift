import Foundation
import VariateImaging

/// Colour spaces; pictures in, interleaved triples of doubles out.
let colorOperations: [String: Operation] = [
    "lab": { request in
        Data(
            samples: try colors(request).flatMap { color in
                let lab = LabColor(color)
                return [lab.lightness, lab.a, lab.b]
            })
    },
    "lab_planes": { request in
        let lab = LabImage(try request.image())
        return Data(samples: lab.lightness.samples + lab.a.samples + lab.b.samples)
    },
    "lab_round_trip": { request in
        let image = try request.image()
        return Data(samples: LabImage(image).encoded(alphaOf: image).samples)
    },
    "lab_to_rgb": { request in
        // Three bytes stand for L* 0…100 and a*, b* −128…127.
        Data(
            samples: try request.image().pixels.flatMap { pixel in
                let color = RGBColor(
                    LabColor(
                        lightness: Double(pixel.0) / 2.55, a: Double(pixel.1) - 128, b: Double(pixel.2) - 128))
                return [color.red, color.green, color.blue]
            })
    },
    "hsv": { request in
        Data(
            samples: try colors(request).flatMap { color in
                let hsv = HSVColor(color)
                return [hsv.hue, hsv.saturation, hsv.value]
            })
    },
    "hsv_to_rgb": { request in
        // Three bytes stand for hue 0…360° (exclusive), saturation and value 0…1.
        Data(
            samples: try request.image().pixels.flatMap { pixel in
                let color = RGBColor(
                    HSVColor(
                        hue: Float(pixel.0) * 360 / 256, saturation: Float(pixel.1) / 255, value: Float(pixel.2) / 255))
                return [Float(color.red), Float(color.green), Float(color.blue)]
            })
    },
    "linear_round_trip": { request in
        let image = try request.image()
        return Data(samples: LinearImage(image).encoded(alphaOf: image).samples)
    },
    "linear": { request in
        let light = LinearImage(try request.image())
        return Data(samples: light.red.samples + light.green.samples + light.blue.samples)
    },
    "level_of_light": { request in
        // The payload is 32-bit floats of light.
        let light = request.payload.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        return Data(samples: light.map(SRGBTransfer.level))
    },
]

private func colors(_ request: Request) throws -> [RGBColor] {
    try request.image().pixels.map { RGBColor(levels: $0.0, $0.1, $0.2) }
}

extension Image {
    fileprivate var pixels: [(UInt8, UInt8, UInt8)] {
        stride(from: 0, to: samples.count, by: Image.channels).map { (samples[$0], samples[$0 + 1], samples[$0 + 2]) }
    }
}
