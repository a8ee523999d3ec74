import Domain

/// A part of a retro's page: what the cursor stands on, and what a key is for.
enum RetroPart: Hashable, Sendable {
  /// Who leads it and who is there.
  case people
  /// What an earlier retro had somebody do.
  case earlier(ItemNumber)
  case question(RetroQuestion)
  /// By its place among those of the question.
  case decision(RetroQuestion, Int)
  case impact, surprised
  /// The heading of a list, where a line is added.
  case list(RetroList)
  case line(RetroList, Int)
  /// The heading of the actions, where one is added.
  case actions
  case action(ItemNumber)
  case lesson(LessonNumber)

  /// The question that it has to do with.
  var question: RetroQuestion? {
    switch self {
    case .question(let question), .decision(let question, _): question
    default: nil
    }
  }

  var list: RetroList? {
    switch self {
    case .list(let list), .line(let list, _): list
    default: nil
    }
  }

  /// What is written there; nil where nothing can be, or where it is gone.
  func text(in content: RetroContent) -> String? {
    switch self {
    case .question(let question): return content[question].text
    case .decision(let question, let index):
      let decisions = content[question].decisions
      return decisions.indices.contains(index) ? decisions[index].text : nil
    case .impact: return content.impact
    case .surprised: return content.whySurprised
    case .line(let list, let index): return list.line(index, in: content)
    default: return nil
    }
  }

  /// Writes there; a place that is gone stays so.
  func write(_ text: String, to content: inout RetroContent) {
    switch self {
    case .question(let question):
      content[question].text = text
      if !text.isEmpty { content[question].isUnknown = false }
    case .decision(let question, let index):
      if content[question].decisions.indices.contains(index) { content[question].decisions[index].text = text }
    case .impact: content.impact = text
    case .surprised: content.whySurprised = text
    case .line(let list, let index): list.write(text, at: index, to: &content)
    default: break
    }
  }

  /// What it is called in a prompt, and in the journal.
  var words: String {
    switch self {
    case .people: "who leads it"
    case .earlier(let item), .action(let item): "item \(item)"
    case .question(let question): question.rawValue
    case .decision(let question, _): "a decision on \(question.rawValue)"
    case .impact: "the impact"
    case .surprised: "why it came as a surprise"
    case .list(let list), .line(let list, _): list.title
    case .actions: "the actions"
    case .lesson(let number): "lesson \(number)"
    }
  }
}

/// The lists of short lines that a retro has.
enum RetroList: Hashable, Sendable, CaseIterable {
  case factors, wentWell, wentWrong, gotLucky

  var title: String {
    switch self {
    case .factors: "contributing factors"
    case .wentWell: "went well"
    case .wentWrong: "went wrong"
    case .gotLucky: "got lucky"
    }
  }

  /// What is asked for a new line.
  var prompt: String {
    switch self {
    case .factors: "without what would it not have come to this?"
    case .wentWell: "what went well?"
    case .wentWrong: "what went wrong?"
    case .gotLucky: "where were you only lucky?"
    }
  }

  func count(in content: RetroContent) -> Int {
    switch self {
    case .factors: content.factors.count
    case .wentWell: content.wentWell.count
    case .wentWrong: content.wentWrong.count
    case .gotLucky: content.gotLucky.count
    }
  }

  /// Nil where there is none of that place.
  func line(_ index: Int, in content: RetroContent) -> String? {
    guard (0..<count(in: content)).contains(index) else { return nil }
    switch self {
    case .factors: return content.factors[index].text
    case .wentWell: return content.wentWell[index]
    case .wentWrong: return content.wentWrong[index]
    case .gotLucky: return content.gotLucky[index]
    }
  }

  func write(_ text: String, at index: Int, to content: inout RetroContent) {
    guard (0..<count(in: content)).contains(index) else { return }
    switch self {
    case .factors: content.factors[index].text = text
    case .wentWell: content.wentWell[index] = text
    case .wentWrong: content.wentWrong[index] = text
    case .gotLucky: content.gotLucky[index] = text
    }
  }

  func remove(at index: Int, from content: inout RetroContent) {
    guard (0..<count(in: content)).contains(index) else { return }
    switch self {
    case .factors: content.factors.remove(at: index)
    case .wentWell: content.wentWell.remove(at: index)
    case .wentWrong: content.wentWrong.remove(at: index)
    case .gotLucky: content.gotLucky.remove(at: index)
    }
  }

  /// - Parameter kind: of a factor.
  func add(_ text: String, _ kind: ContributingFactor.Kind, to content: inout RetroContent) {
    switch self {
    case .factors: content.factors.append(ContributingFactor(kind, text))
    case .wentWell: content.wentWell.append(text)
    case .wentWrong: content.wentWrong.append(text)
    case .gotLucky: content.gotLucky.append(text)
    }
  }
}
