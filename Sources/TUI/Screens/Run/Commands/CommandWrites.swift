import Domain

/// Has a step's command run.
struct LaunchWrite: Write {
  let order: CommandOrder

  /// What is typed meanwhile is for the output that opens.
  var holdsKeys: Bool { true }

  func perform(with backend: any Backend) throws -> Written {
    let (execution, isOwn) = try backend.launch(order)
    return .launched(execution, isOwn: isOwn)
  }
}

/// Has a command stopped, under the name of whoever sits here.
struct StopWrite: Write {
  let execution: Execution

  func perform(with backend: any Backend) throws -> Written {
    try backend.stop(execution)
    return .changed("execution \(execution.number) is being stopped; it is recorded who wanted that", undoable: nil)
  }
}

/// Writes down what became of commands that nothing watches over any more: nobody saw their end, and so it is unknown.
struct FindLostWrite: Write {
  func perform(with backend: any Backend) throws -> Written {
    let lost = try backend.findLost()
    guard !lost.isEmpty else { return .entries([]) }
    let words = lost.map { execution in
      "execution \(execution.number): \(execution.result?.ending.words ?? "its end was not written down")"
    }
    return .changed(words.joined(separator: "; "), undoable: nil)
  }
}
