/// A question whose answer comes as an overlay: wanted only as long as one is still where it was asked.
struct Awaited: Hashable, Sendable {
  let slot: QuestionSlot
  let place: Int
}

extension App {
  /// Asks for something that will lie over the screen. What is typed meanwhile waits for it.
  mutating func ask(_ question: some Question) -> Effect {
    awaited = stack.last.map { Awaited(slot: question.slot, place: $0.id) }
    return read(question)
  }

  /// Whether the answer is still wanted: nothing else has opened since, and one has not gone away.
  mutating func isWanted(_ question: some Question) -> Bool {
    guard let awaited, awaited.slot == question.slot else { return false }
    self.awaited = nil
    return overlays.isEmpty && stack.last?.id == awaited.place
  }

  var isAwaiting: Bool { awaited.map { $0.place == stack.last?.id } ?? false }
}
