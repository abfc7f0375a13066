// Exact sums along rows of levels. Vector instructions hold most lanes where a lane is narrow, so rows are summed in runs
// that cannot overflow one.

/// How many ones there are among zeros and ones.
/// - Complexity: O(row).
func countOfOnes(_ marks: Span<UInt8>) -> Int {
    /// So many ones fit a byte.
    let run = 240
    var total = 0
    var start = 0
    while start < marks.count {
        let end = min(start + run, marks.count)
        total += Int(sumOfRun(marks.extracting(start..<end)))
        start = end
    }
    return total
}

/// The sum of the absolute differences of two rows.
/// - Complexity: O(row).
/// - Precondition: the rows are of one length.
func sumOfSteps(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Int {
    precondition(first.count == second.count)
    /// So many differences of 255 fit 16 bits.
    let run = 256
    var total = 0
    var start = 0
    while start < first.count {
        let end = min(start + run, first.count)
        total += Int(sumOfRun(first.extracting(start..<end), second.extracting(start..<end)))
        start = end
    }
    return total
}

/// Absolute differences of two rows.
/// - Complexity: O(row).
/// - Precondition: the rows and the result are of one length.
func writeSteps(_ first: Span<UInt8>, _ second: Span<UInt8>, into steps: inout [UInt8]) {
    var target = steps.mutableSpan
    precondition(first.count == target.count && second.count == target.count)
    for i in 0..<target.count { target[i] = max(first[i], second[i]) &- min(first[i], second[i]) }
}

private func sumOfRun(_ marks: Span<UInt8>) -> UInt8 {
    var sum: UInt8 = 0
    for i in 0..<marks.count { sum &+= marks[i] }
    return sum
}

private func sumOfRun(_ first: Span<UInt8>, _ second: Span<UInt8>) -> UInt16 {
    precondition(first.count == second.count)
    var sum: UInt16 = 0
    for i in 0..<first.count { sum &+= UInt16(max(first[i], second[i]) &- min(first[i], second[i])) }
    return sum
}
