import Domain

extension ItemFacts {
  static let columns = "number, type, points, state, created_at, accepted_at, due"

  init(_ row: Row) throws {
    self.init(
      number: ItemNumber(try row.integer("number")), type: try row.itemType(),
      points: try row.optionalInteger("points"), state: try row.itemState("state"),
      createdAt: try row.instant("created_at"), acceptedAt: try row.optionalInstant("accepted_at"),
      due: try row.optionalText("due"))
  }
}
