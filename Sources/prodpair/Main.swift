import ArgumentParser
import Foundation

@main
enum Main {
  static func main() {
    // A reader that goes away is told by EPIPE, and a file-size limit by EFBIG: errors, and not a death.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    exit(perform(Array(CommandLine.arguments.dropFirst())))
  }

  /// Parses and runs one command line, says on standard error what went wrong, and does what is left to do afterwards.
  ///
  /// - Returns: the exit code.
  static func perform(_ arguments: [String]) -> Int32 {
    let exitCode = run(arguments)
    Afterwards.run()
    return exitCode
  }

  private static func run(_ arguments: [String]) -> Int32 {
    do {
      // The screen does not wait for a parser.
      if arguments.isEmpty {
        try OpenScreen.open(StoreChoice.location(option: nil))
      } else {
        var command = try parse(arguments)
        try command.run()
      }
      return 0
    } catch {
      return Failure(error).report()
    }
  }

  private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    do {
      return try Prodpair.parseAsRoot(arguments)
    } catch {
      throw Failure(parsing: error)
    }
  }
}
