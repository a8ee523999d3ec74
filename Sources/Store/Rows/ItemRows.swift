import Domain
import Foundation

extension Item {
  static let columns = """
    number, team, type, state, title, description, points, labels, epic, requester, owners, blockers, tasks, due, \
    links, extra, source, source_marks, place, created_at, updated_at, started_at, delivered_at, accepted_at
    """

  init(_ row: Row) throws {
    self.init(
      number: ItemNumber(try row.integer("number")), team: TeamName(try row.text("team")),
      type: try row.itemType(), state: try row.itemState("state"), title: try row.text("title"),
      description: try row.text("description"), points: try row.optionalInteger("points"),
      labels: try JSONColumn.texts(row, "labels"), epic: try row.optionalText("epic"),
      requester: try row.optionalText("requester").map { Handle($0) },
      owners: try JSONColumn.texts(row, "owners").map { Handle($0) },
      blockers: try JSONColumn.list([Blocker].self, row, "blockers"),
      tasks: try JSONColumn.list([ItemTask].self, row, "tasks"), due: try row.optionalText("due"),
      links: try JSONColumn.list([ItemLink].self, row, "links"),
      extra: try JSONColumn.list([SourceField].self, row, "extra"),
      source: try ItemSource(row), order: try row.orderKey(), createdAt: try row.instant("created_at"),
      updatedAt: try row.instant("updated_at"), startedAt: try row.optionalInstant("started_at"),
      deliveredAt: try row.optionalInstant("delivered_at"), acceptedAt: try row.optionalInstant("accepted_at"))
  }

  func row() throws -> Row {
    [
      "number": Value(number.value), "team": .text(team.text), "type": .text(type.rawValue),
      "state": .text(state.rawValue), "title": .text(title), "description": .text(description),
      "points": Value(points), "labels": .text(try JSONColumn.list(labels)), "epic": Value(epic),
      "requester": Value(requester?.text), "owners": .text(try JSONColumn.list(owners.map(\.text))),
      "blockers": .text(try JSONColumn.list(blockers)), "tasks": .text(try JSONColumn.list(tasks)),
      "due": Value(due), "links": .text(try JSONColumn.list(links)), "extra": .text(try JSONColumn.list(extra)),
      "source": Value(source?.text), "source_marks": Value(source?.marks), "place": .text(order.text),
      "created_at": Value(createdAt), "updated_at": Value(updatedAt), "started_at": Value(startedAt),
      "delivered_at": Value(deliveredAt), "accepted_at": Value(acceptedAt), "deleted": 0,
    ]
  }
}

extension ItemLine {
  static let columns = """
    number, team, type, state, title, points, labels, epic, requester, owners, \
    instr(blockers, '"isResolved":false') > 0 AS is_blocked, due, place, created_at, updated_at, started_at, accepted_at
    """

  init(_ row: Row) throws {
    self.init(
      number: ItemNumber(try row.integer("number")), team: TeamName(try row.text("team")),
      type: try row.itemType(), state: try row.itemState("state"), title: try row.text("title"),
      points: try row.optionalInteger("points"), labels: try JSONColumn.texts(row, "labels"),
      epic: try row.optionalText("epic"), requester: try row.optionalText("requester").map { Handle($0) },
      owners: try JSONColumn.texts(row, "owners").map { Handle($0) }, isBlocked: try row.flag("is_blocked"),
      due: try row.optionalText("due"), order: try row.orderKey(), createdAt: try row.instant("created_at"),
      updatedAt: try row.instant("updated_at"), startedAt: try row.optionalInstant("started_at"),
      acceptedAt: try row.optionalInstant("accepted_at"))
  }
}

extension ItemSource {
  init?(_ row: Row) throws {
    guard let text = try row.optionalText("source") else { return nil }
    guard let source = ItemSource(text: text, marks: try row.optionalText("source_marks") ?? "") else {
      throw row.corrupt("source", "names no system that items come from")
    }
    self = source
  }
}

extension ItemComment {
  static let columns = "item, seq, text, by, at"

  /// The key of a comment: search needs one number that stays.
  static func id(item: ItemNumber, seq: Int) -> Int { item.value * 1_000_000 + seq }

  init(_ row: Row) throws {
    self.init(
      item: ItemNumber(try row.integer("item")), seq: try row.integer("seq"), text: try row.text("text"),
      by: Handle(try row.text("by")), at: try row.instant("at"))
  }

  func row() -> Row {
    [
      "id": Value(Self.id(item: item, seq: seq)), "item": Value(item.value), "seq": Value(seq), "text": .text(text),
      "by": .text(by.text), "at": Value(at), "deleted": 0,
    ]
  }
}

extension ItemTransition {
  static let columns = "item, seq, from_state, to_state, reason, run, by, at"

  init(_ row: Row) throws {
    self.init(
      item: ItemNumber(try row.integer("item")), seq: try row.integer("seq"), from: try row.itemState("from_state"),
      to: try row.itemState("to_state"), reason: try row.optionalText("reason"),
      run: try row.optionalInteger("run").map { RunNumber($0) }, by: Handle(try row.text("by")),
      at: try row.instant("at"))
  }

  func row() -> Row {
    [
      "item": Value(item.value), "seq": Value(seq), "from_state": .text(from.rawValue),
      "to_state": .text(to.rawValue), "reason": Value(reason), "run": Value(run?.value), "by": .text(by.text),
      "at": Value(at), "deleted": 0,
    ]
  }
}

extension Epic {
  static let columns = "team, name, label, description, source, source_marks"

  init(_ row: Row) throws {
    self.init(
      team: TeamName(try row.text("team")), name: try row.text("name"), label: try row.text("label"),
      description: try row.text("description"), source: try ItemSource(row))
  }

  func row() -> Row {
    [
      "team": .text(team.text), "name": .text(name), "label": .text(label), "description": .text(description),
      "source": Value(source?.text), "source_marks": Value(source?.marks), "deleted": 0,
    ]
  }
}

extension Row {
  func itemType() throws -> ItemType {
    guard let type = ItemType(rawValue: try text("type")) else { throw corrupt("type", "is no type of item") }
    return type
  }

  func itemState(_ column: String) throws -> ItemState {
    guard let state = ItemState(rawValue: try text(column)) else { throw corrupt(column, "is no state of an item") }
    return state
  }

  fileprivate func orderKey() throws -> OrderKey {
    guard let key = OrderKey(try text("place")) else { throw corrupt("place", "is no place in an order") }
    return key
  }
}

extension JSONColumn {
  fileprivate static func list(_ elements: [some Encodable]) throws(StoreError) -> String {
    if elements.isEmpty { return "[]" }
    let plain =
      switch elements {
      case let texts as [String]: PlainList.text(texts)
      case let links as [ItemLink]: PlainList.text(links)
      default: String?.none
      }
    if let plain { return plain }
    return try text(elements)
  }
}
