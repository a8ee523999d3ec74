import Host
import Terminal

/// What a configuration says of the screens.
public struct ScreenSettings: Sendable {
  let table: CommandTable
  let start: ScreenName

  /// As the program comes.
  public init() {
    table = .standard
    start = TodayScreen.name
  }

  public init(_ configuration: Configuration) {
    table = configuration.keys.isEmpty ? .standard : CommandTable { configuration.keys(for: $0) }
    start = configuration.start.map { ScreenName($0.value) } ?? TodayScreen.name
  }
}
