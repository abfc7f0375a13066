import Variate

/// Second and third phase, match and validate: tokens meet the options of one command.
struct ArgumentMatcher {
    private let command: CommandSpecification
    private var parsed: ParsedArguments

    private init(command: CommandSpecification) {
        self.command = command
        parsed = ParsedArguments(command: command)
    }

    /// The command's operands and checked values.
    ///
    /// Help and version win over whatever else is wrong with the operands.
    static func match(_ tokens: [ArgumentToken], command: CommandSpecification) throws(UsageError) -> ParsedArguments {
        var matcher = ArgumentMatcher(command: command)
        var index = 0
        while index < tokens.count {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            let consumed = try matcher.take(tokens[index], next: next)
            index += consumed
        }
        if !matcher.parsed.wantsHelp, !matcher.parsed.wantsVersion {
            try matcher.checkConflicts()
            try matcher.checkOperands()
        }
        return matcher.parsed
    }

    /// Takes a token, and the next where that is its value; the number of tokens taken.
    private mutating func take(_ token: ArgumentToken, next: ArgumentToken?) throws(UsageError) -> Int {
        switch token {
        case .word(let text), .literal(let text):
            parsed.operands.append(text)
            return 1
        case .long(let name, let value):
            return try takeLong(name, value, next: next)
        case .short(let cluster):
            return try takeShort(cluster, next: next)
        }
    }

    private mutating func takeLong(_ name: String, _ value: String?, next: ArgumentToken?) throws(UsageError) -> Int {
        if let option = command.option(named: name) {
            if let value { return try takeInline(value, for: option) }
            if !option.takesValue {
                try set(option, text: "true")
                return 1
            }
            return try takeFollowing(next, for: option)
        }
        if name.hasPrefix("no-"), let option = command.option(named: String(name.dropFirst(3))), option.isNegatable {
            if value != nil { throw .unexpectedValue(flag: "--\(name)") }
            parsed.values[option.name] = .flag(false)
            return 1
        }
        throw unknownOption("--\(name)")
    }

    private mutating func takeInline(_ value: String, for option: OptionSpecification) throws(UsageError) -> Int {
        if !option.takesValue { throw .unexpectedValue(flag: option.flag) }
        try set(option, text: value)
        return 1
    }

    private mutating func takeFollowing(_ next: ArgumentToken?, for option: OptionSpecification) throws(UsageError)
        -> Int
    {
        guard let text = next?.asValue else { throw .missingValue(option: option, next: next?.written) }
        try set(option, text: text)
        return 2
    }

    private mutating func takeShort(_ cluster: String, next: ArgumentToken?) throws(UsageError) -> Int {
        var rest = Substring(cluster)
        while let letter = rest.popFirst() {
            guard let option = command.option(short: letter) else { throw unknownOption("-\(letter)") }
            if !option.takesValue {
                try set(option, text: "true")
            } else if rest.isEmpty {
                return try takeFollowing(next, for: option)
            } else {
                try set(option, text: String(rest))
                return 1
            }
        }
        return 1
    }

    private mutating func set(_ option: OptionSpecification, text: String) throws(UsageError) {
        switch option.name {
        case Options.help.specification.name: parsed.wantsHelp = true
        case Options.version.specification.name: parsed.wantsVersion = true
        default: break
        }
        do {
            parsed.values[option.name] = option.combined(parsed.values[option.name], with: try option.parse(text))
        } catch {
            throw .invalidValue(source: option.flag, problem: error, command: command.name)
        }
    }

    private func unknownOption(_ written: String) -> UsageError {
        let name = String(written.drop { $0 == "-" })
        if Secrets.isSecretName(name) { return .secret(source: written) }
        let names = command.visibleOptions.flatMap { option in
            option.isNegatable ? [option.name, "no-\(option.name)"] : [option.name]
        }
        let suggestion = written.hasPrefix("--") ? Suggestion.nearest(to: name, among: names) : nil
        return .unknownOption(written, suggestion: suggestion.map { "--\($0)" }, command: command.name)
    }

    private func checkConflicts() throws(UsageError) {
        for group in command.conflicts {
            let given = group.filter { parsed.values[$0] == .flag(true) }
            if given.count > 1 { throw .conflict("--\(given[0])", "--\(given[1])") }
        }
    }

    private func checkOperands() throws(UsageError) {
        var remaining = parsed.operands.count
        for operand in command.operands {
            if remaining < operand.count.lowerBound {
                throw .missingOperand(operand.name, command: command.name)
            }
            remaining -= min(remaining, operand.count.upperBound)
        }
        if remaining > 0 {
            throw .extraOperand(parsed.operands[parsed.operands.count - remaining], command: command.name)
        }
    }
}

extension OptionSpecification {
    /// The new value, or the earlier ones with it when the option repeats.
    fileprivate func combined(_ earlier: OptionValue?, with value: OptionValue) -> OptionValue {
        guard repeats else { return value }
        var all: [String] = []
        if case .list(let values) = earlier { all = values }
        switch value {
        // A later assignment replaces an earlier one, so that their order counts.
        case .list(let values) where kind == .assignments: all += values
        case .list(let values): all += values.filter { !all.contains($0) }
        case .flag, .integer, .number, .text: all.append(value.text)
        }
        return .list(all)
    }
}

extension ArgumentToken {
    /// The argument as it was written.
    var written: String {
        switch self {
        case .long(let name, let value): "--\(name)" + (value.map { "=\($0)" } ?? "")
        case .short(let cluster): "-\(cluster)"
        case .word(let text), .literal(let text): text
        }
    }
}
