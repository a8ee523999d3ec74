/// One fact on an incident's timeline; never changed, and withdrawn only by another one.
public struct IncidentEntry: Hashable, Sendable {
  /// From 1 within its incident, without gaps.
  public var seq: Int
  public var kind: IncidentEntryKind
  /// As it was written, of any length.
  public var text: String
  public var signature: Signature
  /// When it happened; what the timeline tells.
  public var at: Instant
  public var written: Instant
  /// The entry that a correction is about.
  public var target: Int?
  public var evidence: [IncidentEvidence]

  public init(
    seq: Int, kind: IncidentEntryKind, text: String, signature: Signature, at: Instant, written: Instant,
    target: Int? = nil, evidence: [IncidentEvidence] = []
  ) {
    self.seq = seq
    self.kind = kind
    self.text = text
    self.signature = signature
    self.at = at
    self.written = written
    self.target = target
    self.evidence = evidence
  }

  public var by: Handle { signature.by }
}

/// What an entry of a timeline is. The raw values are part of the JSON.
public enum IncidentEntryKind: String, CaseIterable, Sendable {
  /// What a machine said.
  case alert
  /// What somebody saw.
  case observation
  /// What somebody thinks it is, right or wrong.
  case hypothesis
  case action, decision
  /// What was told to those who wait.
  case update
  /// One of the incident's times was set.
  case time
  /// Somebody took a role, was called in, or what is known of the incident changed.
  case change
  /// Another entry is wrong: `target` says which, the text what is right.
  case correction

  /// Those that people write.
  public static let written: [IncidentEntryKind] = [.observation, .hypothesis, .action, .decision, .alert]
}

/// What shows that an entry is so: a number, a few lines of a log, or a file; of something sick, or of something healthy to
/// hold it against.
public struct IncidentEvidence: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case metric, log, file }
  public enum Health: String, CaseIterable, Sendable { case sick, healthy }

  public var kind: Kind
  public var health: Health?
  /// What it is of, as in `aggregator 3: queue depth`; a file's name.
  public var name: String
  /// The number with its unit, or the excerpt; empty for a file.
  public var text: String
  public var file: Evidence?

  public init(_ kind: Kind, _ name: String, text: String = "", health: Health? = nil, file: Evidence? = nil) {
    self.kind = kind
    self.name = name
    self.text = text
    self.health = health
    self.file = file
  }
}
