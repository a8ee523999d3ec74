import Domain
import Store

/// Why the lines of a run's version are there, and how they fared in other runs of the checklist.
public struct LineHistory: Hashable, Sendable {
  public var yields: [StepID: StepYield] = [:]
  public var origins: [StepID: StepOrigin] = [:]
  /// Estimates that are off by more than half.
  public var estimates: [StepID: Advice] = [:]
  /// How many runs the yields are made of.
  public var runs = 0

  /// No more runs are read: the newest ones tell what is usual, and reading has to end soon.
  public static let mostRuns = StepYield.lastRuns

  /// Whether there may be more runs than were read.
  public var isCut: Bool { runs >= Self.mostRuns }

  public init() {}

  public init(of version: ChecklistVersion, besides run: RunNumber, in reader: some Reading) throws {
    let (yields, runs) = try reader.stepYields(of: version, lastRuns: Self.mostRuns, besides: run)
    self.runs = runs
    self.yields = Dictionary(yields.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    origins = try reader.origins(of: version)
    for advice in Advice.all(on: version, yields: yields) where advice.kind == .estimateOff {
      if let step = advice.step { estimates[step] = advice }
    }
  }
}

/// Asked once, when the run has been read: it does not change by what the pair does.
struct LineHistoryQuestion: Question {
  let run: RunNumber
  let version: VersionReference
  var topic: String { "\(run)" }

  func answer(from backend: any Backend) throws -> LineHistory {
    try backend.lineHistory(of: version, besides: run)
  }
}

/// Asked whenever something has changed in the store: others mark lines too, and settle what is marked.
struct RedlinesQuestion: Question {
  let checklist: ChecklistName
  var topic: String { checklist.text }
  func answer(from backend: any Backend) throws -> [Lesson] { try backend.redlines(on: checklist) }
}
