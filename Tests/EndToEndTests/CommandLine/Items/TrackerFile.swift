import Foundation

/// A Pivotal Tracker export as each of its eras wrote it, with all that the real ones surprise with.
struct TrackerFile {
  enum Era: String, CaseIterable, Sendable { case y2009, y2014, y2018 }

  var era: Era
  /// With a byte-order mark and CRLF, as spreadsheets save it.
  var isFromSpreadsheet = false

  private static let columns: [Era: String] = [
    .y2009: """
    Id,Story,Labels,Iteration,Iteration Start,Iteration End,Story Type,Estimate,Current State,Created at,Accepted at,\
    Deadline,Requested By,Owned By,Description,URL,Note,Note
    """,
    .y2014: """
    Id,Title,Labels,Iteration,Iteration Start,Iteration End,Type,Estimate,Current State,Created at,Accepted at,\
    Deadline,Requested By,Description,URL,Owned By,Owned By,Comment,Comment,Task,Task Status,Task,Task Status
    """,
    .y2018: """
    ID,TITLE,labels,Iteration,Iteration Start,Iteration End,Type,Estimate,Priority,Current State,Created at,\
    Accepted at,Deadline,Requested By,Description,URL,Owned By,Owned By,Blocker,Blocker Status,Blocker,Blocker Status,\
    Comment,Comment,Pull Request,Git Branch,Task,Task Status,Task,Task Status,Reviewer,Review Type,Review Status
    """,
  ]

  /// A story's cells by the era's column; of a column that repeats, several.
  private typealias Story = [String: [String]]

  static let states = [
    "unscheduled", "unstarted", "planned", "started", "finished", "delivered", "accepted", "rejected",
  ]

  private static func stories(_ era: Era) -> [Story] {
    let day = era == .y2009 ? "11/22/2014" : "Nov 22, 2014"
    var stories: [Story] = states.enumerated().map { index, state in
      [
        "id": ["\(100 + index)"], "title": ["Story \(state)"], "type": [index.isMultiple(of: 2) ? "feature" : "bug"],
        "estimate": [index.isMultiple(of: 2) ? ["3", "-1", "", "0"][index / 2] : ""], "current state": [state],
        "created at": [day], "accepted at": [state == "accepted" ? "Dec 1, 2014" : ""], "iteration": ["7"],
        "iteration start": [day], "iteration end": ["Nov 28, 2014"], "requested by": ["Mia Long"],
        "url": ["http://www.pivotaltracker.com/story/show/\(100 + index)"],
      ]
    }
    stories[0]["labels"] = ["\"\""]
    stories[1]["labels"] = ["router, logging ,\u{FC}ber"]
    stories[1]["description"] = ["One \"line\",\n\n- and a list\n  of two\n"]
    stories[2]["title"] = ["'=1+1"]
    stories[3]["owned by"] = era == .y2009 ? ["Ana"] : ["Ana", "Bo"]
    stories[3]["comment"] = [
      "Seen (twice)\nand again (Mia Long - May 6, 2014)", "a note without an author (of sorts)",
    ]
    stories[4]["deadline"] = ["Dec 24, 2026"]
    stories[5]["task"] = ["One, \"quoted\"", "Two"]
    stories[5]["task status"] = ["completed", "not completed"]
    stories[6]["blocker"] = ["#103 first", "a vendor"]
    stories[6]["blocker status"] = ["resolved", "blocked"]
    stories[6]["pull request"] = ["http://git.example/pull/7"]
    stories[6]["git branch"] = ["fix-router"]
    stories[7]["priority"] = ["p1 - High"]
    stories[7]["reviewer"] = ["Bo"]
    stories[7]["review type"] = ["Code"]
    stories[7]["review status"] = ["pass"]
    stories.append(["id": ["200"], "title": ["Chore"], "type": ["chore"], "current state": ["accepted"]])
    stories.append([
      "id": ["201"], "title": ["Release 2"], "type": ["release"], "current state": ["unstarted"],
      "deadline": ["Jan 5, 2027"],
    ])
    stories.append(["id": ["300"], "title": ["Logging"], "labels": ["logging"], "type": ["epic"], "created at": [day]])
    return stories
  }

  /// What the same thing was called in the first era.
  private static let oldNames = ["story": "title", "story type": "type", "note": "comment"]

  var bytes: [UInt8] {
    let names = (Self.columns[era] ?? "").split(separator: ",").map(String.init)
    var rows = [names]
    for story in Self.stories(era) {
      var seen: [String: Int] = [:]
      var row = names.map { name in
        let key = Self.oldNames[name.lowercased()] ?? name.lowercased()
        let index = seen[key, default: 0]
        seen[key] = index + 1
        let cells = story[key] ?? []
        return index < cells.count ? cells[index] : ""
      }
      // Real rows are shorter than the header where nothing follows.
      while row.last?.isEmpty ?? false { row.removeLast() }
      rows.append(row)
    }
    let end = isFromSpreadsheet ? "\r\n" : "\n"
    let text = rows.map { $0.map(Self.quoted).joined(separator: ",") + end }.joined()
    return (isFromSpreadsheet ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  private static func quoted(_ text: String) -> String {
    text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
