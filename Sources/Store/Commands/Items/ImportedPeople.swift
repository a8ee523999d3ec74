import Domain

/// The people of a store, found by the names that a file has for them; who is not there is made.
struct ImportedPeople {
  private let transaction: Transaction
  private var handles: [String: Handle] = [:]
  private var taken: Set<String>
  private(set) var created: [Handle] = []

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    taken = Set(try transaction.rows("SELECT handle FROM person").map { try $0.text("handle").lowercased() })
    for person in try transaction.people() {
      handles[person.name.lowercased()] = person.handle
      if let login = person.login { handles[login.lowercased()] = person.handle }
    }
    for person in try transaction.people() { handles[person.handle.text.lowercased()] = person.handle }
  }

  /// The name itself, where nobody has it.
  func handle(ifKnown name: String) -> Handle { handles[name.lowercased()] ?? Handle(name) }

  mutating func handle(of name: String) throws -> Handle {
    if let known = handles[name.lowercased()] { return known }
    let slug = Slug.make(name, limit: 28)
    let base = slug.isEmpty ? "somebody" : slug
    var text = base
    var count = 2
    while taken.contains(text.lowercased()) {
      text = "\(base)-\(count)"
      count += 1
    }
    let handle = Handle(text)
    try transaction.put(.person, Person(handle: handle, name: name).row())
    taken.insert(text.lowercased())
    handles[name.lowercased()] = handle
    created.append(handle)
    return handle
  }
}
