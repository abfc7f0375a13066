import Testing
import VariateCodecs
import VariateImaging

@testable import Variate

@Suite("Local generator")
struct LocalGeneratorTests {
    private func source(width: Int = 144, height: Int = 96, isTranslucent: Bool = false) -> SourceImage {
        var samples: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                let u = Double(x) / Double(width)
                let v = Double(y) / Double(height)
                let check = (x / 6 + y / 6) % 2 == 0 ? 22.0 : -22
                let (dx, dy) = (u - 0.35, v - 0.45)
                var colour = SIMD3(90 + 120 * v, 140 + 60 * u, 220 - 80 * v)
                if v > 0.6 { colour = SIMD3(70, 130, 50) + check }
                if dx * dx + dy * dy < 0.04 { colour = SIMD3(215, 165, 130) + check }
                for channel in 0..<3 { samples.append(UInt8(max(0, min(255, colour[channel])))) }
                samples.append(isTranslucent ? UInt8(255 * x / max(1, width - 1)) : 255)
            }
        }
        let image = Image(size: Size(width: width, height: height), samples: samples)
        return SourceImage(path: "test", bytes: [], decoded: DecodedImage(image: image, format: .png))
    }

    private func request(
        _ source: SourceImage, _ axis: VariationAxis, slot: Int = 0, attempt: Int = 0, seed: UInt64 = 1,
        style: String? = nil
    ) -> GenerationRequest {
        GenerationRequest(source: source, axis: axis, style: style, slot: slot, attempt: attempt, seed: seed)
    }

    /// Root mean square difference after both are brought to a 24 × 24 grid of means, in 8-bit levels.
    private func difference(_ a: Image, _ b: Image) -> Double {
        func grid(_ image: Image) -> [Double] {
            let side = 24
            var sums = [Double](repeating: 0, count: side * side * 3)
            var counts = [Double](repeating: 0, count: side * side)
            for y in 0..<image.height {
                for x in 0..<image.width {
                    let cell = (y * side / image.height) * side + x * side / image.width
                    counts[cell] += 1
                    for channel in 0..<3 {
                        sums[3 * cell + channel] += Double(image.samples[4 * (y * image.width + x) + channel])
                    }
                }
            }
            return sums.enumerated().map { $0.element / max(1, counts[$0.offset / 3]) }
        }
        let sum = zip(grid(a), grid(b)).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return (sum / (24 * 24 * 3)).squareRoot()
    }

    @Test("The same request gives the same picture, another seed another one", arguments: VariationAxis.allCases)
    func determinism(axis: VariationAxis) throws {
        let source = source()
        let generator = LocalGenerator()
        var changed = 0
        for slot in [0, 3] {
            let first = try generator.render(request(source, axis, slot: slot))
            let second = try generator.render(request(source, axis, slot: slot))
            #expect(first.image == second.image)
            #expect(first.summary == second.summary)
            #expect(!first.summary.isEmpty)
            if try generator.render(request(source, axis, slot: slot, seed: 2)).image != first.image { changed += 1 }
            #expect(try generator.render(request(source, axis, slot: slot, attempt: 1)).image != first.image)
        }
        #expect(changed == 2)
    }

    @Test("Twenty-four variations differ from the source and from each other", arguments: VariationAxis.allCases)
    func distinctness(axis: VariationAxis) throws {
        let source = source(width: 96, height: 64)
        let images = try (0..<24).map { try LocalGenerator().render(request(source, axis, slot: $0)).image }
        for i in 0..<images.count {
            #expect(difference(images[i], source.image) > 6)
            for j in 0..<i { #expect(difference(images[i], images[j]) > 3, "slots \(j) and \(i)") }
        }
    }

    @Test("Twenty-four variations in one style differ too", arguments: ["oil painting", "pencil sketch", "duotone"])
    func distinctnessOfStyles(style: String) throws {
        let source = source(width: 96, height: 64)
        let images = try (0..<24).map {
            try LocalGenerator().render(request(source, .style, slot: $0, style: style)).image
        }
        for i in 0..<images.count {
            for j in 0..<i { #expect(difference(images[i], images[j]) > 2, "slots \(j) and \(i)") }
        }
    }

    @Test("No grade goes along with itself")
    func noGradeTwice() {
        for axis in VariationAxis.allCases {
            for slot in 0..<48 {
                let recipe = LocalRecipeBook.book(for: axis).recipe(slot: slot, attempt: slot % 3, offset: 77)
                if let companion = recipe.companion { #expect(!recipe.leads.contains(companion)) }
            }
        }
        for slot in 0..<48 {
            let recipe = LocalRecipeBook.recipe(style: .fadedFilm, slot: slot, attempt: 0, offset: 3)
            #expect(recipe.companion != .fadedFilm)
        }
    }

    @Test("No pair of lead and companion comes twice in twenty-four slots", arguments: VariationAxis.allCases)
    func recipes(axis: VariationAxis) {
        let book = LocalRecipeBook.book(for: axis)
        for offset in [0, 5, 1234] {
            var seen: [LocalRecipe] = []
            for slot in 0..<24 {
                let recipe = book.recipe(slot: slot, attempt: 0, offset: offset)
                #expect(!seen.contains(recipe))
                seen.append(recipe)
            }
            // The list of leads is walked to its end before any comes again, and with every eighth slot too.
            for stride in [1, 8] {
                let walked = (0..<book.leadCount).map { slot in
                    let recipe = book.recipe(slot: slot * stride, attempt: 0, offset: offset)
                    return recipe.leads.isEmpty ? recipe.framing.rawValue : "\(recipe.leads)"
                }
                #expect(Set(walked).count == book.leadCount)
            }
        }
    }

    @Test("Every style that is listed can be asked for, in any spelling")
    func styles() throws {
        let source = source(width: 40, height: 30)
        for style in LocalGenerator.styles {
            let variation = try LocalGenerator().render(request(source, .style, style: style.uppercased()))
            #expect(variation.summary.contains(style))
        }
        #expect(
            try LocalGenerator().render(request(source, .style, style: "Water-Colour")).summary.contains("watercolor"))
        let failure = #expect(throws: GenerationFailure.self) {
            try LocalGenerator().render(request(source, .style, style: "claymation"))
        }
        #expect(failure?.kind == .unsupported)
        #expect(failure?.advice.contains("watercolor") == true)
    }

    @Test("Without a source it says so and charges nothing")
    func noSource() async {
        let failure = await #expect(throws: GenerationFailure.self) {
            try await LocalGenerator().generate(GenerationRequest(source: nil, axis: .mood))
        }
        #expect(failure?.kind == .unsupported)
        #expect(failure?.isRetryable == false)
    }

    @Test("Alpha goes along", arguments: [VariationAxis.lighting, .angle, .composition, .style])
    func alpha(axis: VariationAxis) throws {
        let source = source(isTranslucent: true)
        for slot in 0..<4 {
            let image = try LocalGenerator().render(request(source, axis, slot: slot)).image
            #expect(!image.isOpaque)
        }
        #expect(try LocalGenerator().render(request(self.source(), axis)).image.isOpaque)
    }

    @Test("The largest side is kept, and so is a shape that is asked for")
    func sizes() throws {
        var request = request(source(width: 200, height: 100), .lighting)
        request.maximumSide = 80
        #expect(try LocalGenerator().render(request).image.size == Size(width: 80, height: 40))
        request.aspectRatio = "1:1"
        #expect(try LocalGenerator().render(request).image.size == Size(width: 40, height: 40))
        request.aspectRatio = "wide"
        let failure = #expect(throws: GenerationFailure.self) { try LocalGenerator().render(request) }
        #expect(failure?.kind == .invalidRequest)
    }

    @Test("Tiny sources work on every axis", arguments: VariationAxis.allCases)
    func tiny(axis: VariationAxis) throws {
        for (width, height) in [(1, 1), (2, 7), (17, 5)] {
            let source = source(width: width, height: height)
            for slot in [0, 5] {
                let image = try LocalGenerator().render(request(source, axis, slot: slot)).image
                #expect(image.size.longestSide <= source.image.size.longestSide)
            }
        }
    }

    @Test("Without mirroring nothing is mirrored")
    func mirrorPolicy() throws {
        let source = source(width: 48, height: 32)
        for slot in 0..<14 {
            let summary = try LocalGenerator(allowsMirroring: false).render(request(source, .lighting, slot: slot))
                .summary
            #expect(!summary.contains("mirrored"))
        }
    }

    @Test("A cancelled task stops between two stages")
    func cancellation() async {
        let request = request(source(), .style)
        let task = Task { () -> GenerationFailure.Kind? in
            while !Task.isCancelled { await Task.yield() }
            do throws(GenerationFailure) {
                _ = try await LocalGenerator().generate(request)
                return nil
            } catch {
                return error.kind
            }
        }
        task.cancel()
        #expect(await task.value == .cancelled)
    }
}
