import Domain

extension Step {
  /// The place, from 0, of the fence that somebody names: by its name, or by its place from 1.
  func fence(named text: String) throws(ExecuteError) -> Int {
    let named = fences.firstIndex { $0.attributes?.name == text }
    let numbered = Int(text).flatMap { fences.indices.contains($0 - 1) ? $0 - 1 : nil }
    guard let index = named ?? numbered else {
      throw .noSuchFence(
        text, step: id, known: fences.enumerated().map { $0.element.attributes?.name ?? "\($0.offset + 1)" })
    }
    guard fences[index].interpreter != nil else { throw .fenceIsNoCommand(index + 1, id) }
    return index
  }
}
