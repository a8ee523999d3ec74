import Domain
import Host
import Store

/// Keeps a file, or standard input, with a run as evidence.
public struct AttachFile: Sendable {
  public var run: RunNumber
  public var step: StepID?
  /// A path, or `-` for standard input.
  public var path: String
  public var happened: Instant?

  public init(run: RunNumber, step: StepID? = nil, path: String, happened: Instant? = nil) {
    self.run = run
    self.step = step
    self.path = path
    self.happened = happened
  }

  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> Evidence {
    let content = try FileAccess.read(path, limit: Evidence.sizeLimit)
    let name = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
    let command = AttachEvidence(run: run, step: step, fileName: name, content: content, happened: happened)
    return try store.perform(command, by: actor, at: now)
  }
}
