/// How long incidents took, and what was to be done about them.
extension Measuring {
  private var declared: [MeasuredIncident] { facts.incidents.filter { isInWindow($0.times.declared) } }

  /// From one time to another, of the incidents that have the first; those without the second are pending.
  func time(
    _ name: FigureName, from start: KeyPath<IncidentTimes, Instant?>, to end: KeyPath<IncidentTimes, Instant?>
  ) -> Figure {
    times(
      name,
      declared.compactMap { incident in
        incident.times[keyPath: start].map { counted(incident, from: $0, to: incident.times[keyPath: end]) }
      })
  }

  /// From the beginning, as far as it is known.
  func timeFromStart(_ name: FigureName, to end: KeyPath<IncidentTimes, Instant?>) -> Figure {
    times(name, declared.map { counted($0, from: $0.beganAt, to: $0.times[keyPath: end]) })
  }

  private func counted(_ incident: MeasuredIncident, from start: Instant, to end: Instant?) -> Counted {
    Counted(
      .incident(incident.number), incident.title, at: incident.times.declared, isPending: end == nil,
      took: end.map { max(.zero, $0 - start) }, words: end == nil ? "not yet" : "")
  }

  /// The age of what is open at the window's end, and whether there is more of it than at its beginning.
  var actionAge: Figure {
    let end = window.period.end
    func isOpen(_ action: MeasuredAction, at moment: Instant) -> Bool {
      action.openedAt < moment && action.doneAt.map { $0 >= moment } ?? true
    }
    let open = facts.actions.filter { isOpen($0, at: end) }.sorted { $0.openedAt < $1.openedAt }
    let counted = open.map {
      Counted(.item($0.item), $0.title, at: $0.openedAt, took: end - $0.openedAt, words: "open")
    }
    return Figure(
      .actionAge, .time(counted.compactMap(\.took)), n: open.count,
      parts: [
        Figure.Part("opened", facts.actions.count { isInWindow($0.openedAt) }),
        Figure.Part("done", facts.actions.count { isInWindow($0.doneAt) }),
        Figure.Part("openBefore", facts.actions.count { isOpen($0, at: window.period.start) }),
      ],
      counted: counted,
      trend: window.stretches.map { stretch in Double(facts.actions.count { isOpen($0, at: stretch.end) }) })
  }
}
