import Testing
import VariateHTTP

@testable import Variate

@Suite struct GeminiRetryHintTests {
    @Test(
        arguments: [
            ("48s", 48), ("38.2s", 38.2), ("373.8ms", 0.3738), ("12h34m16s", 45_256), ("1m2.5s", 62.5), ("0s", 0),
            ("5m", 300),
            ("26.6s.", 26.6),
            ("", nil), ("s", nil), ("5", nil), ("5x", nil), ("-5s", nil), ("5s5", nil), ("..s", nil), ("infs", nil),
        ] as [(String, Double?)])
    func readsDurations(text: String, seconds: Double?) {
        #expect(RetryHint.seconds(inDuration: text) == seconds)
    }

    @Test(
        arguments: [
            ("Please retry in 26.66s.", 26.66), ("Your quota will reset after 1h0m1s", 3601), ("Try again.", nil),
            ("retry in a while", nil), ("Please RETRY AFTER 3s and smile", 3),
        ] as [(String, Double?)])
    func readsProse(text: String, seconds: Double?) {
        #expect(RetryHint.seconds(inProse: text) == seconds)
    }

    @Test(
        arguments: [
            ([("retry-after", "7")], 7), ([("retry-after", "0.5")], 0.5),
            ([("retry-after-ms", "1500"), ("retry-after", "9")], 1.5),
            (
                [("date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT")], 30
            ),
            ([("date", "Wed, 01 Mar 2028 00:00:00 GMT"), ("retry-after", "Tue, 29 Feb 2028 23:59:50 GMT")], 0),
            ([("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT")], nil), ([("retry-after", "-1")], nil),
            ([("retry-after", "inf")], nil), ([("retry-after", "soon")], nil), ([], nil),
        ] as [([(String, String)], Double?)])
    func readsHeaders(headers: [(String, String)], seconds: Double?) {
        let response = HTTPResponse(status: 429, headers: headers.map { (name: $0.0, value: $0.1) })
        #expect(RetryHint.seconds(inHeadersOf: response) == seconds)
    }

    @Test func detailsComeBeforeHeadersAndProse() {
        var error = GeminiErrorBody(message: "Please retry in 3s.")
        let response = HTTPResponse(status: 429, headers: [("retry-after", "2")])
        #expect(RetryHint.seconds(error: error, response: HTTPResponse(status: 429)) == 3)
        #expect(RetryHint.seconds(error: error, response: response) == 2)
        error.retryDelay = 1
        #expect(RetryHint.seconds(error: error, response: response) == 1)
    }

    /// Seconds since 1970 as Python's `calendar.timegm` counts them.
    @Test(
        arguments: [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600), ("Sat, 21 Nov 2026 23:59:59 GMT", 1_795_305_599),
            ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("Sun, 9223372036854775807 Nov 1994 08:49:37 GMT", nil),
            ("Sun, 06 Nov 1994 9223372036854775807:00:00 GMT", nil), ("", nil),
        ] as [(String, Int?)])
    func readsDates(text: String, seconds: Int?) {
        #expect(HTTPDate.seconds(text) == seconds)
    }
}
