/// Takes over a field that was changed in a form, unless somebody else has changed the same one meanwhile.
///
/// - Throws: a ``Failure`` that says what it is now; what was typed stays in the form.
func merge<Root, Value: Equatable>(
  _ field: WritableKeyPath<Root, Value>, named name: String, of edited: Root, begunAs original: Root,
  into known: inout Root
) throws {
  guard edited[keyPath: field] != original[keyPath: field] else { return }
  guard known[keyPath: field] == original[keyPath: field] || known[keyPath: field] == edited[keyPath: field] else {
    throw Failure(
      words:
        "somebody has changed the \(name) meanwhile, so nothing was saved: Esc leaves the form; opened again it shows what "
        + "it is now")
  }
  known[keyPath: field] = edited[keyPath: field]
}
