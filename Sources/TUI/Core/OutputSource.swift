import Domain

/// Where a command's output is read: by offset, as far as it is kept, while the command runs and after.
///
/// All of it may block, and is called from any thread but the one that paints.
public protocol OutputSource: Sendable {
  func state() throws -> OutputState
  /// Returns when the state is another, and at the latest after the time given.
  func waitForChange(since state: OutputState, upTo limit: Duration) throws -> OutputState
  /// What is there of a range: the first stretch of it without a gap, and the offset at which that begins; nothing where
  /// nothing of the range is kept.
  func bytes(in range: Range<Int>) throws -> (start: Int, bytes: [UInt8])
}

/// How far a command's output is.
public struct OutputState: Hashable, Sendable {
  /// All that it printed, in bytes.
  public var size: Int
  /// Whether nothing more will come.
  public var isOver: Bool
  /// Whether something watches over the command; where nothing does and it is not over, nobody will know how it ended.
  public var isSupervised: Bool
  public var progress: OutputProgress?
  /// From 1.
  public var attempt: Int

  public init(
    size: Int = 0, isOver: Bool = false, isSupervised: Bool = true, progress: OutputProgress? = nil, attempt: Int = 1
  ) {
    self.size = size
    self.isOver = isOver
    self.isSupervised = isSupervised
    self.progress = progress
    self.attempt = attempt
  }
}
