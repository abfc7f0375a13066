import Foundation
import VariateImaging

/// Statistics of levels and the literal measures; a picture goes in with its luma as the fourth channel.
let statisticsOperations: [String: Operation] = [
    "band_statistics": { request in
        let image = try request.image()
        return Data(
            samples: (0..<Image.channels).flatMap { channel in
                let histogram = LevelHistogram(image, channel: channel)
                return [
                    histogram.mean, histogram.variance, histogram.standardDeviation, Double(histogram.median),
                    Double(histogram.extrema.lowerBound), Double(histogram.extrema.upperBound),
                ]
            })
    },
    "aesthetic": { request in
        let image = try request.image()
        let measures = AestheticMeasures(image: image, luma: image.fourthChannel)
        return Data(samples: [
            measures.colorVariance, measures.contrast, measures.brightnessBalance, measures.sharpness, measures.score,
        ])
    },
    "object_integrity": { request in
        let integrity = ObjectIntegrity(luma: try request.grayPlanes(1)[0])
        return Data(samples: [
            integrity.value, Double(integrity.edgePixels), Double(integrity.components.components.count),
        ])
    },
]

extension Image {
    fileprivate var fourthChannel: Plane<UInt8> {
        Plane(size: size, samples: stride(from: 3, to: samples.count, by: Image.channels).map { samples[$0] })
    }
}
