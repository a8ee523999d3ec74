/// One decision of a grooming session.
public struct GroomingDecision: Hashable, Sendable {
  public var grooming: GroomingNumber
  /// From 1 within its session; never given again.
  public var seq: Int
  public var item: ItemNumber
  public var kind: GroomingChoice.Kind
  public var detail: Detail
  public var by: Handle
  public var at: Instant

  /// What else there is to know of it.
  public struct Detail: Hashable, Codable, Sendable {
    /// Why the item was asked about.
    public var reasons: [GroomingReason]
    /// Which of the reasons still hold after it, and are settled by it: they alone are not asked about again.
    public var settled: [GroomingReason]
    /// The estimate that was given.
    public var points: Int?
    /// The numbers of the items that it was split into.
    public var parts: [Int]?
    /// Whether it was accepted as it was closed, and not removed.
    public var isAccepted: Bool?
    /// Why, in somebody's words.
    public var why: String?

    public init(
      reasons: [GroomingReason], settled: [GroomingReason] = [], points: Int? = nil, parts: [ItemNumber]? = nil,
      isAccepted: Bool? = nil, why: String? = nil
    ) {
      self.reasons = reasons
      self.settled = settled
      self.points = points
      self.parts = parts?.map(\.value)
      self.isAccepted = isAccepted
      self.why = why
    }
  }

  public init(
    grooming: GroomingNumber, seq: Int, item: ItemNumber, kind: GroomingChoice.Kind, detail: Detail, by: Handle,
    at: Instant
  ) {
    self.grooming = grooming
    self.seq = seq
    self.item = item
    self.kind = kind
    self.detail = detail
    self.by = by
    self.at = at
  }

  /// What was decided, in a few words: `estimated 3`, `split into 21, 22`, `closed, not to be done: nobody asks for it`.
  public var words: String {
    let done =
      switch kind {
      case .keep: "kept"
      case .estimate: "estimated" + (detail.points.map { " \($0)" } ?? "")
      case .split: "split into \((detail.parts ?? []).map(String.init).joined(separator: ", "))"
      case .ice: "put on ice"
      case .close: detail.isAccepted == true ? "closed, accepted" : "closed, not to be done"
      case .skip: "put off"
      }
    return done + (detail.why.map { ": \($0)" } ?? "")
  }
}
