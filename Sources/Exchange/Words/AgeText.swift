import Domain

/// How old something is, in one word and no more exactly than anybody asks: `now`, `5m`, `3h`, `12d`.
public enum AgeText {
  public static func text(since then: Instant, at now: Instant) -> String {
    let minutes = max(0, (now - then).wholeSeconds) / 60
    switch minutes {
    case 0: return "now"
    case ..<60: return "\(minutes)m"
    case ..<1440: return "\(minutes / 60)h"
    default: return "\(minutes / 1440)d"
    }
  }
}
