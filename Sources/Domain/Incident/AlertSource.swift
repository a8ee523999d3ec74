/// The programs whose alerts are read.
public enum AlertSource: String, CaseIterable, Hashable, Sendable {
  case alertmanager
  case pagerduty
  case datadog

  /// As the program writes its own name.
  public var name: String {
    switch self {
    case .alertmanager: "Alertmanager"
    case .pagerduty: "PagerDuty"
    case .datadog: "Datadog"
    }
  }
}
