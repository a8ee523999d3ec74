/// How long a command will still take, from how far it is and from how long it took in earlier runs.
public struct ProgressEstimate: Hashable, Sendable {
  /// What it took in earlier runs, the middle one; nil where there are none.
  public var usual: Duration?
  /// What is left; nil where nobody can say, as when it takes longer than it ever did.
  public var left: Duration?

  /// At the beginning what earlier runs took says most, towards the end what this one has taken so far does.
  ///
  /// - Parameters:
  ///   - elapsed: since it began.
  ///   - earlier: how long it took when it went well.
  public init(elapsed: Duration, progress: OutputProgress?, earlier: [Duration]) {
    let sorted = earlier.sorted()
    usual = sorted.isEmpty ? nil : sorted[sorted.count / 2]
    let fraction = progress?.fraction ?? 0
    if fraction >= 1 {
      left = .zero
    } else if fraction > 0, let usual {
      left = (elapsed + usual * (1 - fraction)) * (1 - fraction)
    } else if fraction >= Self.leastFraction {
      left = elapsed * ((1 - fraction) / fraction)
    } else if let usual, usual > elapsed {
      left = usual - elapsed
    }
  }

  /// With less done than this, one that is a little late would change everything.
  private static let leastFraction = 0.02
}
