import Host
import Terminal

/// What a configuration says of the screens.
public struct ScreenSettings: Sendable {
  let table: CommandTable
  let start: ScreenName
  let takesMouse: Bool

  /// As the program comes.
  public init() {
    table = .standard
    start = TodayScreen.name
    takesMouse = true
  }

  public init(_ configuration: Configuration) {
    table = configuration.keys.isEmpty ? .standard : CommandTable { configuration.keys(for: $0) }
    start = configuration.start.map { ScreenName($0.value) } ?? TodayScreen.name
    takesMouse = configuration.mouse?.value ?? true
  }
}
