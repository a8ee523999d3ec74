import Domain
import Terminal

/// What follows from an event: the next state, and what is asked of the world. Pure.
public func update(_ app: inout App, _ event: Event) -> [Effect] {
  let effects = app.handle(event)
  _ = app.changeTop { $0.settle($1) }
  return effects
}

extension App {
  fileprivate mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return touched { $0.press(key) }
    case .paste(let text): return touched { $0.paste(text) }
    case .mouse(let mouse): return touched { $0.pointAt(mouse) }
    case .resize(let size):
      self.size = size
      return []
    case .tick(let now):
      self.now = now
      messages.expire(at: now)
      return []
    case .storeChanged: return changeTop { $0.refresh(&$1) } ?? []
    case .answered(let query, let generation, let result):
      guard !isStale(query, generation: generation) else { return [] }
      answered(query)
      return receive(query, result)
    case .wrote(let ticket, let result): return wrote(ticket, result)
    case .copied(let wasAsked):
      say(
        wasAsked
          ? "copied, where the terminal takes it (OSC 52); Y shows it plain"
          : "this terminal cannot copy: Y shows it plain",
        wasAsked ? .information : .failure)
      return []
    }
  }

  private mutating func touched(_ body: (inout App) -> [Effect]) -> [Effect] {
    lastInputAt = now
    return body(&self)
  }

  private mutating func receive(_ query: Query, _ result: Result<Answer, Failure>) -> [Effect] {
    switch result {
    case .success(let answer): return onEveryScreen { $0.receive(answer, &$1) }
    case .failure(let failure):
      say(failure.words, .failure)
      return onEveryScreen { model, _ in
        model.couldNotRead(query, failure)
        return []
      }
    }
  }

  private mutating func wrote(_ ticket: Int, _ result: Result<Written, Failure>) -> [Effect] {
    guard let index = writes.firstIndex(where: { $0.ticket == ticket }) else { return [] }
    let pending = writes.remove(at: index)
    switch result {
    case .success:
      if let draft = pending.draft, drafts[draft.key] == draft.text { drafts[draft.key] = nil }
      if let saying = pending.saying { say(saying) }
    case .failure(let failure):
      if let draft = pending.draft, drafts[draft.key] == nil { drafts[draft.key] = draft.text }
      say(failure.words, failure.refusal == nil ? .failure : .refusal)
    }
    let effects = onEveryScreen { $0.wrote(pending, result, &$1) }
    if case .failure = result { isLeaving = false }
    return isLeaving && writes.isEmpty ? effects + [.quit] : effects
  }

  private mutating func onEveryScreen(
    _ body: (inout any ScreenModel, inout App) -> [Effect]
  ) -> [Effect] {
    stack.map(\.id).flatMap { changePlace($0, body) ?? [] }
  }
}
