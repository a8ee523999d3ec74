import Domain
import Terminal

/// What follows from an event: the next state, and what is asked of the world. Pure.
public func update(_ app: inout App, _ event: Event) -> [Effect] {
  if app.putAside(event) { return [] }
  var effects = app.handle(event)
  // Little moves because time passes.
  if case .tick = event, app.typedAhead.isEmpty, app.top?.settlesWithTime != true { return effects }
  _ = app.changeTop { $0.settle($1) }
  while let next = app.nextTypedAhead() {
    effects += app.handle(next)
    _ = app.changeTop { $0.settle($1) }
  }
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
      guard let stale = top?.staleAt, stale <= now else { return [] }
      return changeTop { $0.refresh(&$1) } ?? []
    case .storeChanged:
      let whoami = viewer.isPerson ? [] : [read(WhoamiQuestion())]
      return whoami + (changeTop { $0.refresh(&$1) } ?? [])
    case .answered(let question, let generation, let result):
      guard !isStale(question, generation: generation) else { return [] }
      answered(question)
      return receive(question, result)
    case .wrote(let ticket, let result): return wrote(ticket, result)
    case .copied(let wasAsked):
      say(
        wasAsked
          ? "copied, where the terminal takes it (OSC 52); Y shows it plain"
          : "this terminal cannot copy: Y shows it plain",
        wasAsked ? .information : .failure)
      return []
    case .hookFailed(let words):
      say(words, .failure)
      return []
    case .edited(let edited): return take(edited)
    }
  }

  private mutating func touched(_ body: (inout App) -> [Effect]) -> [Effect] {
    lastInputAt = now
    return body(&self)
  }

  private mutating func receive(_ question: any Question, _ result: Result<Reply, Failure>) -> [Effect] {
    switch result {
    case .success(let reply):
      let recognised = recognise(reply)
      for index in overlays.indices { overlays[index].receive(reply) }
      return recognised + offerUndo(reply) + offerRedo(reply) + showJournalEntry(reply) + offerToil(reply)
        + onEveryScreen { $0.receive(reply, &$1) }
    case .failure(let failure):
      forget(question)
      say(failure.words, .failure)
      return onEveryScreen { model, _ in
        model.couldNotRead(question, failure)
        return []
      }
    }
  }

  private mutating func wrote(_ ticket: Int, _ result: Result<Written, Failure>) -> [Effect] {
    guard let index = writes.firstIndex(where: { $0.ticket == ticket }) else { return [] }
    let pending = writes.remove(at: index)
    var asked: [Effect] = []
    switch result {
    case .success(let written):
      if let draft = pending.draft, drafts[draft.key] == draft.text { drafts[draft.key] = nil }
      if case .changed(let words, let undoable) = written {
        asked.append(read(WhoamiQuestion()))
        let isUndo = (pending.write as? StoreWrite)?.name == StoreWrite.undo
        say(undoable == nil ? words : "\(words)   (\(key(of: "app.undo")) undoes it)")
        offer = undoable.map { .undo($0.seq) } ?? (isUndo ? .redo : nil)
      } else if let saying = pending.saying {
        say(saying)
      }
    case .failure(let failure):
      if let draft = pending.draft, drafts[draft.key] == nil { drafts[draft.key] = draft.text }
      say(failure.words, failure.refusal == nil ? .failure : .refusal)
    }
    let effects = asked + onEveryScreen { $0.wrote(pending, result, &$1) } + refreshAfter(result)
    if case .failure = result { isLeaving = false }
    return isLeaving && writes.isEmpty ? effects + [.quit] : effects
  }

  /// One's own change of the store shows at once, like anybody else's.
  private mutating func refreshAfter(_ result: Result<Written, Failure>) -> [Effect] {
    guard case .success(.changed) = result else { return [] }
    return changeTop { $0.refresh(&$1) } ?? []
  }

  private mutating func onEveryScreen(
    _ body: (inout any ScreenModel, inout App) -> [Effect]
  ) -> [Effect] {
    stack.map(\.id).flatMap { changePlace($0, body) ?? [] }
  }
}
