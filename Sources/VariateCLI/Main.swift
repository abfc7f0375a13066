import Variate

@main
enum Main {
    static func main() async {}
}
