import Domain

/// Starts a run now. Every rule that stands in the way is refused, or overridden on the record.
public struct StartRun: Command {
  public static let name = "run-start"
  public static let undo = UndoPolicy.correctOnly("a run that was begun stays: end it with `prodpair run abort`")
  public var order: RunOrder

  public init(_ order: RunOrder) { self.order = order }

  public func perform(in transaction: Transaction) throws -> RunNumber {
    let (request, version, team) = try transaction.prepare(order, plan: nil)
    let number = try transaction.nextRunNumber()
    let (entries, attestation) = try transaction.start(request, version, team)
    transaction.summary = "started run \(number): \(version.reference), \(order.artifact) to \(order.environment)"
    try transaction.insertRun(number, request, version, team, entries: entries, attestation: attestation)
    try transaction.carry(transaction.carried(order.items), by: number)
    return number
  }
}
