/// How a trial is to be held.
public struct TrialSettings: Sendable {
  public enum Size: String, Sendable, CaseIterable {
    case full
    /// Some seconds, for the tests.
    case short
  }

  public var program: Program
  public var size: Size
  public var seed: UInt64
  /// One of the trial's ``Trial/defects``; nil for a trial in earnest.
  public var defect: String?
  /// Told of what is under way, a line at a time, from any thread.
  public var progress: @Sendable (String) -> Void

  public init(
    program: Program, size: Size = .short, seed: UInt64 = 1, defect: String? = nil,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.program = program
    self.size = size
    self.seed = seed
    self.defect = defect
    self.progress = progress
  }

  /// A number for each size.
  public func times<Number>(full: Number, short: Number) -> Number { size == .full ? full : short }
}
