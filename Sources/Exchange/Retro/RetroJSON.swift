import Domain
import Foundation

/// Retros for programs.
public enum RetroJSON {
  /// `incident retro --list --json`.
  public static func list(_ lines: [RetroLine], at now: Instant) -> JSON {
    JSON(lines) { line in
      var members = members(line.retro, at: now, in: line.zone)
      members["openQuestions"] = .integer(line.openQuestions)
      return .object(members)
    }
  }

  /// `incident retro N --json`.
  public static func json(_ record: RetroRecord) -> JSON {
    let retro = record.retro
    let content = retro.content
    var members = members(retro, at: record.now, in: record.clock.zone)
    members["openQuestions"] = .integer(record.openQuestions.count)
    members["questions"] = JSON(RetroQuestion.allCases) { question($0, record) }
    members["impact"] = .string(content.impact)
    members["factors"] = JSON(content.factors) { ["kind": .string($0.kind.rawValue), "text": .string($0.text)] }
    members["wentWell"] = JSON(content.wentWell)
    members["wentWrong"] = JSON(content.wentWrong)
    members["gotLucky"] = JSON(content.gotLucky)
    members["whySurprised"] = .string(content.whySurprised)
    members["actions"] = JSON(record.actions) { .object(action($0)) }
    members["earlierActions"] = JSON(record.earlier) { earlier($0, retro) }
    members["lessons"] = LessonJSON.list(record.lessons)
    return .object(members)
  }

  private static func members(_ retro: Retro, at now: Instant, in zone: TimeZone) -> [String: JSON] {
    [
      "number": .integer(retro.number.value), "team": JSON(retro.team), "title": .string(retro.title),
      "incidents": JSON(retro.incidents) { .integer($0.value) }, "run": JSON(retro.run),
      "state": .string(retro.state.rawValue), "facilitator": JSON(retro.facilitator),
      "attendees": JSON(retro.attendees), "due": JSON(retro.due), "daysLate": JSON(retro.daysLate(at: now, in: zone)),
      "openedBy": JSON(retro.openedBy), "openedAt": JSON(retro.openedAt), "reviewedAt": JSON(retro.reviewedAt),
      "closedAt": JSON(retro.closedAt),
    ]
  }

  private static func question(_ question: RetroQuestion, _ record: RetroRecord) -> JSON {
    let answer = record.retro.content[question]
    let state = record.retro.state(of: question, record.actions)
    return [
      "question": .string(question.rawValue), "title": .string(question.title), "state": .string(state.rawValue),
      "isOpen": .bool(state.isOpen), "endsInNothing": .bool(record.looseAnswers.contains(question)),
      "answer": .string(answer.text), "isUnknown": .bool(answer.isUnknown),
      "decisions": JSON(answer.decisions) { ["text": .string($0.text), "by": .string($0.by)] },
      "lessons": JSON(answer.lessons, element: JSON.integer),
      "actions": JSON(record.actions.filter { $0.question == question }) { .integer($0.item.number.value) },
    ]
  }

  private static func action(_ action: RetroAction) -> [String: JSON] {
    [
      "item": .integer(action.item.number.value), "retro": .integer(action.retro.value),
      "kind": .string(action.kind.rawValue), "question": JSON(action.question?.rawValue),
      "title": .string(action.item.title), "team": JSON(action.item.team), "state": .string(action.item.state.rawValue),
      "owners": JSON(action.item.owners), "due": JSON(action.item.due), "isPromised": .bool(action.isPromised),
      "isDone": .bool(action.isDone), "by": JSON(action.by), "at": JSON(action.at),
    ]
  }

  private static func earlier(_ earlier: RetroAction, _ retro: Retro) -> JSON {
    var members = action(earlier)
    let judgement = retro.content.judgements.first { $0.item == earlier.item.number.value }
    members["verdict"] = JSON(judgement?.verdict.rawValue)
    members["note"] = JSON(judgement?.note)
    return .object(members)
  }
}
