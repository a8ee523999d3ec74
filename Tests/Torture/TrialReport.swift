/// What a trial did, and what it found.
public struct TrialReport: Sendable {
  public let name: String
  /// With it the trial does the same again, as far as the machine lets it.
  public let seed: UInt64
  /// The defect that was put in on purpose, which the trial is to find; nil for a trial in earnest.
  public let planted: String?
  /// What was counted, in the order in which it was first counted.
  public private(set) var counts: [(what: String, number: Int)] = []
  /// What is wrong; a trial without findings has passed.
  public private(set) var findings: [String] = []
  /// Parts that could not be held here, each with the reason.
  public private(set) var skipped: [String] = []
  public var duration = Duration.zero

  public init(name: String, seed: UInt64, planted: String? = nil) {
    self.name = name
    self.seed = seed
    self.planted = planted
  }

  public var passed: Bool { findings.isEmpty }

  public mutating func count(_ what: String, _ number: Int = 1) {
    if let index = counts.firstIndex(where: { $0.what == what }) {
      counts[index].number += number
    } else {
      counts.append((what, number))
    }
  }

  public func number(of what: String) -> Int { counts.first { $0.what == what }?.number ?? 0 }

  public mutating func find(_ what: String) { findings.append(what) }

  public mutating func skip(_ part: String, because reason: String) { skipped.append("\(part): \(reason)") }

  /// Takes in what a part of the same trial has done and found.
  public mutating func add(_ part: TrialReport) {
    for (what, number) in part.counts { count(what, number) }
    findings += part.findings
    skipped += part.skipped
  }
}
