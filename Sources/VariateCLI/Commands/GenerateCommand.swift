import Foundation
import Variate
import VariateCodecs
import VariateStore

/// `variate generate IMAGE`: variations, their report, and an exit code that says how it went.
struct GenerateCommand: Command {
    private let options: GenerateOptions
    private let context: CommandContext

    init(_ context: CommandContext) throws {
        self.context = context
        options = try GenerateOptions(context)
    }

    func run() async throws -> ExitCode {
        let backend = try BackendChoice(options.backend, environment: context.environment)
        let source = try loadSource()
        if options.backend == .auto, backend == .local {
            context.console.notice("variate: no key is set, so the built-in generator draws")
        }
        if backend == .local, !options.prompt.isEmpty {
            context.console.notice("variate: the built-in generator does not read prompts; --vary and --style steer it")
        }
        let generator = try makeGenerator(backend)
        let output = outputDirectory()
        let processor = VariationProcessor(
            generator: generator, cache: openCache(for: generator), output: output,
            retryPolicy: RetryPolicy(maximumAttempts: options.retries + 1, maximumAttemptsWithoutImage: 1))
        var wanted = options.variationOptions
        wanted.previous = try options.previous.map { try ImageLoader(context).load($0).image }
        try checkStyle(backend)
        if options.dryRun { return try plan(processor, source: source, wanted: wanted) }
        if wanted.maximumCost != nil, processor.estimatedCallCost(wanted) == nil {
            throw CommandFailure(
                subject: "--max-cost", message: "the price of \(generator.model) is not known, so no limit can be kept",
                advice: "leave --max-cost out, or choose a model with a known price")
        }
        // A paid run without a cache asks anew, and gets other pictures.
        try prepare(
            output, run: processor.runID(source, wanted), isRepeatable: !generator.isPaid || processor.cache != nil)
        let result = await perform(processor, source: source, wanted: wanted)
        return try report(result, source: source, output: output)
    }

    // MARK: - Preparation

    private func loadSource() throws(CommandFailure) -> SourceImage {
        do throws(CodecError) {
            let source = try SourceImage(contentsOf: options.image, salvage: options.salvage)
            if let damage = source.damage {
                context.console.notice("variate: \(options.image): \(damage); going on with what is there")
            }
            return source
        } catch {
            throw CommandFailure(error, file: options.image)
        }
    }

    private func makeGenerator(_ backend: BackendChoice) throws(CommandFailure) -> any ImageGenerator {
        guard case .gemini = backend, let key = APIKey(environment: context.environment) else {
            return LocalGenerator()
        }
        do throws(GenerationFailure) {
            return GeminiGenerator(
                configuration: try GeminiConfiguration(
                    apiKey: key, model: options.model, baseURL: options.baseURL, apiVersion: options.apiVersion,
                    timeout: options.timeout))
        } catch {
            throw CommandFailure(subject: "--backend gemini", message: error.message, advice: error.advice)
        }
    }

    /// The cache is a help, not a need: without one the run goes on and says so.
    private func openCache(for generator: any ImageGenerator) -> AnswerStore? {
        guard generator.isPaid, !options.dryRun, options.usesCache else { return nil }
        guard let directory = options.cacheDirectory else {
            context.console.notice("variate: there is no home for a cache; answers are not kept (see --cache-dir)")
            return nil
        }
        do throws(StoreError) {
            return try AnswerStore(directory: directory)
        } catch {
            context.console.notice("variate: \(error); going on without the cache (see --cache-dir)")
            return nil
        }
    }

    private func outputDirectory() -> OutputDirectory {
        let name = (options.image as NSString).lastPathComponent
        let stem = (name as NSString).deletingPathExtension
        return OutputDirectory(
            path: options.output ?? "\(stem)-variations", stem: stem, force: options.force,
            keepsRejected: options.keepRejected, format: options.format.imageFormat)
    }

    private func prepare(_ output: OutputDirectory, run: String, isRepeatable: Bool) throws(CommandFailure) {
        do throws(OutputDirectory.Problem) {
            try output.prepare(run: run, isRepeatable: isRepeatable)
        } catch {
            throw CommandFailure(subject: "--output", message: error.description)
        }
    }

    /// The built-in generator knows its styles; a model takes any words.
    private func checkStyle(_ backend: BackendChoice) throws(CommandFailure) {
        guard backend == .local, let style = options.style, !LocalGenerator.styles.contains(style) else { return }
        let close = Suggestion.nearest(to: style, among: LocalGenerator.styles)
        throw CommandFailure(
            subject: "--style", message: "the built-in generator has no style \(style)",
            advice: (close.map { "did you mean \($0)? " } ?? "")
                + "it has " + LocalGenerator.styles.joined(separator: ", "))
    }

    private func plan(
        _ processor: VariationProcessor, source: SourceImage, wanted: VariationOptions
    ) throws -> ExitCode {
        let plan = RunPlan(processor, source: source, options: wanted)
        try context.console.write(options.json ? JSONText.document(plan) : plan.text)
        if let limit = wanted.maximumCost, let call = processor.estimatedCallCost(wanted), call > limit {
            context.console.notice("variate: --max-cost forbids even the first request")
        }
        return .success
    }

    // MARK: - The run

    private func perform(
        _ processor: VariationProcessor, source: SourceImage, wanted: VariationOptions
    ) async -> VariationResult {
        let progress = ProgressDisplay(ProgressState(unit: "variations", total: wanted.count), console: context.console)
        defer { progress.finish() }
        let narrator = RunNarrator(console: context.console, progress: progress)
        return await processor.run(source, wanted) { event in
            narrator.tell(event)
            // The last event is printed by the report.
            if case .finished = event { return }
            if options.events { try? context.console.print(JSONText.line(EventReport(event, source: source))) }
        }
    }

    /// Prints what was delivered before anything else can fail, then writes the report.
    private func report(
        _ result: VariationResult, source: SourceImage, output: OutputDirectory
    ) throws -> ExitCode {
        let document = try JSONText.document(RunReport(result, source: source))
        if options.events {
            try context.console.print(JSONText.line(EventReport(.finished(result), source: source)))
        } else if options.json {
            try context.console.write(document)
        } else {
            for path in result.delivered.compactMap(\.path) { try context.console.print(path) }
        }
        var unwritten: CommandFailure?
        if options.report {
            do {
                let page = try HTMLReport(result, source: source).render()
                try output.write(
                    report: Array(document.utf8), html: Array(page.utf8),
                    delivered: result.delivered.compactMap(\.path),
                    isComplete: result.isComplete)
            } catch {
                unwritten = CommandFailure(
                    subject: "the report", message: "\(error)", advice: "the pictures listed above are safe",
                    exitCode: .internalError)
            }
        }
        output.finish()
        let hasReport = options.report && unwritten == nil
        RunSummary(result, reportPath: hasReport ? "\(output.path)/report.html" : nil).tell(on: context.console)
        if let unwritten { throw unwritten }
        return ExitCode(result)
    }
}

extension GenerateOptions {
    /// What the library is asked for.
    var variationOptions: VariationOptions {
        VariationOptions(
            count: count, prompt: prompt, axes: axes ?? [], style: style, strength: strength, seed: seed,
            quality: quality, profile: gate, allowsMirror: allowMirror, concurrency: concurrency, deadline: deadline,
            maximumCost: maxCost,
            aspectRatio: aspectRatio, imageSize: imageSize, keepsRejected: keepRejected)
    }
}

extension OutputFormat {
    /// The format to convert to; nil keeps the generator's bytes.
    var imageFormat: ImageFormat? { ImageFormat(rawValue: rawValue) }
}

extension ExitCode {
    /// How a run went, as the process's exit status.
    init(_ result: VariationResult) {
        if result.isComplete {
            self = .success
            return
        }
        switch result.stopReason {
        case .unauthorized: self = .unauthorized
        case .quota: self = .quota
        case .budget: self = .budget
        case .modelNotFound, .unknownPrice: self = .usage
        case .interrupted: self = .interrupted
        case .output: self = .internalError
        case .deadline: self = .incomplete
        case nil: self = Self.ofFailures(result)
        }
    }

    /// When nothing at all was delivered or judged and every attempt failed alike, that is the reason; else too few came.
    private static func ofFailures(_ result: VariationResult) -> ExitCode {
        guard result.delivered.isEmpty, result.rejected.isEmpty else { return .incomplete }
        let kinds = Set(result.failures.map(\.failure.kind))
        if kinds == [.blocked] { return .blocked }
        if kinds == [.rateLimited] { return .quota }
        if kinds == [.invalidRequest] || kinds == [.unsupported] { return .usage }
        return !kinds.isEmpty && kinds.isSubset(of: [.network, .unavailable]) ? .network : .incomplete
    }
}
