import Foundation

/// The three descriptors that every process expects to have.
enum StandardDescriptors {
    /// Fills those that are closed with one that refuses: otherwise the next file that is opened takes the number, and
    /// talk for the terminal ends up in a picture.
    static func fill() {
        for (descriptor, flags) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            let opened = open("/dev/null", flags)
            if opened >= 0, opened != descriptor {
                dup2(opened, descriptor)
                close(opened)
            }
        }
    }
}
