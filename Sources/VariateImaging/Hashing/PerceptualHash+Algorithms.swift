extension Plane where Sample == UInt8 {
    /// The fingerprint of a luma plane. Equal to that of ImageHash 4.3.2 for the same pixels, without any differing bit.
    ///
    /// The plane is resampled with Lanczos to a few cells first, whatever its aspect ratio. Flat pictures have hashes too:
    /// every cell equal makes aHash and dHash all zeros, and pHash a single one (the mean's) or, if black, all zeros.
    /// - Complexity: O(pixels × 6).
    public func hash(
        _ algorithm: PerceptualHash.Algorithm, resolution: PerceptualHash.Resolution = .eight
    ) -> PerceptualHash {
        let bits =
            switch algorithm {
            case .average: averageBits(side: resolution.side)
            case .difference: differenceBits(side: resolution.side)
            case .perceptual: frequencyBits(side: resolution.side)
            }
        return PerceptualHash(algorithm: algorithm, resolution: resolution, bits: bits)
    }

    private func averageBits(side: Int) -> [Bool] {
        let cells = resized(to: Size(width: side, height: side), using: .lanczos3).samples
        let total = cells.reduce(0) { $0 + Int($1) }
        // Brighter than the mean, without a division.
        return cells.map { Int($0) * cells.count > total }
    }

    private func differenceBits(side: Int) -> [Bool] {
        let cells = resized(to: Size(width: side + 1, height: side), using: .lanczos3)
        return (0..<side).flatMap { y in
            (0..<side).map { x in
                let left = y * cells.width + x
                return cells.samples[left + 1] > cells.samples[left]
            }
        }
    }

    private func frequencyBits(side: Int) -> [Bool] {
        /// How many times finer the transformed picture is than the kept frequencies.
        let oversampling = 4
        let length = side * oversampling
        let cells = resized(to: Size(width: length, height: length), using: .lanczos3)
        let frequencies = CosineTransform(length: length).lowFrequencies(of: cells.samples.map(Double.init), side: side)
        let sorted = frequencies.sorted()
        // An even number of values: NumPy's median is the mean of the middle two.
        let median = (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
        return frequencies.map { $0 > median }
    }
}

extension Image {
    /// The fingerprint of the picture's ``luma()``; alpha is ignored, as ImageHash ignores it.
    ///
    /// A picture that is transparent in places is better laid on a background first: what is under the transparency
    /// counts.
    /// - Complexity: O(pixels × 6).
    public func hash(
        _ algorithm: PerceptualHash.Algorithm, resolution: PerceptualHash.Resolution = .eight
    ) -> PerceptualHash {
        luma().hash(algorithm, resolution: resolution)
    }
}
