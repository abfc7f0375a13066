import Testing

@testable import VariateImaging

@Suite struct FrameTrimmingTests {
    static let size = Size(width: 80, height: 60)

    /// Texture inside a frame whose sides have the given widths.
    static func framed(left: Int, top: Int, right: Int, bottom: Int, tone: Int) -> Plane<UInt8> {
        DefectFixtures.gray(size) { x, y in
            let isInside = x >= left && y >= top && x < size.width - right && y < size.height - bottom
            return isInside ? 60 + DefectFixtures.hash(y * 80 + x, seed: 3) % 120 : tone
        }.luma()
    }

    @Test(arguments: [(0, 9, 0, 9), (11, 0, 11, 0), (4, 3, 2, 1), (0, 0, 0, 12)])
    func findsTheContent(_ sides: (left: Int, top: Int, right: Int, bottom: Int)) throws {
        for tone in [0, 255] {
            let found = try #require(
                FrameTrimming.content(
                    of: Self.framed(
                        left: sides.left, top: sides.top, right: sides.right, bottom: sides.bottom, tone: tone)))
            #expect(found.left == sides.left && found.top == sides.top)
            #expect(found.size.width == 80 - sides.left - sides.right)
            #expect(found.size.height == 60 - sides.top - sides.bottom)
        }
    }

    @Test func aPictureWithoutBarsHasNone() {
        #expect(FrameTrimming.content(of: Self.framed(left: 0, top: 0, right: 0, bottom: 0, tone: 0)) == nil)
        #expect(FrameTrimming.content(of: Plane(size: Self.size, repeating: 7)) == nil)
    }

    @Test func tinyPicturesHaveNoRoomForBars() {
        for width in 1...20 {
            for height in 1...20 where min(width, height) < 16 {
                let stripes = DefectFixtures.gray(Size(width: width, height: height)) { x, y in (x + y) % 2 * 200 }
                #expect(FrameTrimming.content(of: stripes.luma()) == nil)
            }
        }
    }

    /// A product on white ends in no hard step along the whole row.
    @Test func aPlainBackgroundIsNoBar() {
        let product = DefectFixtures.gray(Self.size) { x, y in
            (x - 40) * (x - 40) + (y - 30) * (y - 30) < 300 ? 40 + DefectFixtures.hash(y * 80 + x, seed: 3) % 90 : 250
        }.luma()
        #expect(FrameTrimming.content(of: product) == nil)
    }

    @Test func aBarBesideAPlainBackgroundIsFound() throws {
        let product = DefectFixtures.gray(Self.size) { x, y in
            if y < 8 { return 0 }
            return (x - 40) * (x - 40) + (y - 36) * (y - 36) < 300 ? 90 : 250
        }.luma()
        let found = try #require(FrameTrimming.content(of: product))
        #expect(found.top == 8 && found.left == 0 && found.size == Size(width: 80, height: 52))
    }
}
