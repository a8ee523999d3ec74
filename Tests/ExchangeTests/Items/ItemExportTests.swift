import Domain
import Testing

@testable import Exchange

@Suite("Items going out")
struct ItemExportTests {
  let csv = TrackerExport(
    ItemSample.items, comments: ItemSample.comments, epics: ItemSample.epics, names: ItemSample.names)

  @Test("An export in Tracker's form is read again as what it was")
  func trackerRoundTrip() throws {
    let read = try Imported(csv.bytes)
    #expect(read.report.problemCount == 0)
    #expect(read.epics.map(\.name) == ["Routing"] && read.epics[0].description == "All of it")
    for (item, again) in zip(ItemSample.items, read.items) {
      #expect(again.type == item.type && again.state == item.state && again.title == item.title)
      #expect(again.description == item.description && again.points == item.points && again.labels == item.labels)
      #expect(again.epic == item.epic && again.due == item.due && again.tasks == item.tasks)
      #expect(again.links == item.links && again.extra == item.extra)
      #expect(again.createdAt == item.createdAt && again.acceptedAt == item.acceptedAt)
    }
    let first = try #require(read.items.first)
    #expect(read.items.map(\.source.text) == ["prodpair:1", "tracker:1817033", "github:a/b#12", "prodpair:4"])
    #expect(first.owners == ["Ana Ruiz (ops)", "Bo"] && first.requester == "Ana Ruiz (ops)")
    #expect(first.comments.map(\.text) == ["Seen (twice)\nagain", "=no formula"])
    #expect(first.comments.map(\.author) == ["Ana Ruiz (ops)", "cy"])
    #expect(first.blockers.map(\.reference?.text) == [nil, "tracker:1817033", "github:a/b#12"])
    #expect(first.blockers.map(\.text) == ["the vendor", "first", ""])
  }

  @Test("A label that Tracker's form has another meaning for is written once, and read again as a label")
  func ambiguousLabels() throws {
    func item(_ number: Int, _ type: ItemType, _ labels: [String], epic: String? = nil) -> Item {
      Item(
        number: ItemNumber(number), team: TeamName("platform"), type: type, title: "x", labels: labels, epic: epic,
        createdAt: ItemSample.at("2026-11-01"))
    }
    let items = [
      item(1, .chore, ["toil", "net"]), item(2, .toil, ["toil"]),
      item(3, .feature, ["net", "routing"], epic: "Routing"),
      item(4, .feature, ["routing", "net"], epic: "Routing"), item(5, .toil, ["routing"], epic: "Routing"),
      item(6, .chore, ["Toil"], epic: "Routing"), item(7, .toil, [], epic: "Routing"),
    ]
    let bytes = TrackerExport(items, epics: ItemSample.epics).bytes
    let read = try Imported(bytes)
    #expect(read.report.problemCount == 0)
    #expect(read.items.map(\.labels) == items.map(\.labels))
    #expect(read.items.map(\.type) == items.map(\.type))
    let labels = try rows(String(decoding: bytes, as: UTF8.self)).dropFirst(2).map { $0.fields[2] }
    #expect(labels.prefix(3) == ["toil,net", "toil", "net,routing"])
    #expect(!String(decoding: csv.bytes, as: UTF8.self).contains("Prodpair"), "where nothing is ambiguous")
  }

  @Test("No field of an export is a formula to a spreadsheet")
  func formulas() throws {
    var reader = CSVReader(Bytes.source(csv.bytes))
    while let row = try reader.next() {
      #expect(row.fields.allSatisfy { field in !["=", "+", "-", "@"].contains { field.hasPrefix($0) } })
    }
  }

  @Test(
    "A real export, read, written and read again, is the same",
    .enabled(if: Imported.realFile("tracker-2009.csv") != nil))
  func realRoundTrip() throws {
    let first = try Imported(try #require(Imported.realFile("tracker-2009.csv")))
    let items = first.items.enumerated().map { index, item in
      Item(
        number: ItemNumber(index + 1), team: TeamName("t"), type: item.type, state: item.state, title: item.title,
        description: item.description, points: item.points, labels: item.labels,
        requester: item.requester.map { Handle($0) }, owners: item.owners.map { Handle($0) }, links: item.links,
        extra: item.extra, source: item.source, createdAt: item.createdAt ?? Instant(milliseconds: 0),
        acceptedAt: item.acceptedAt)
    }
    let again = try Imported(TrackerExport(items).bytes)
    #expect(again.report.problemCount == 0 && again.items.count == first.items.count)
    for (old, new) in zip(first.items, again.items) {
      var (old, new) = (old, new)
      (old.row, old.line, old.comments) = (0, 0, [])
      (new.row, new.line) = (0, 0)
      #expect(old == new)
    }
  }

  @Test("The JSON loses nothing")
  func json() throws {
    let read = try Imported(ItemSample.json(), as: .prodpair)
    #expect(read.report.problemCount == 0 && read.epics.map(\.label) == ["routing"])
    let (item, again) = (ItemSample.items[0], try #require(read.items.first))
    #expect(again.number == 1 && again.type == .toil && again.title == item.title && again.extra == item.extra)
    #expect(again.startedAt == item.startedAt && again.updatedAt == item.updatedAt && again.links == item.links)
    #expect(again.comments.map(\.author) == ["Ana Ruiz (ops)", "cy"])
    #expect(again.transitions.map(\.run) == [7] && again.transitions.map(\.reason) == ["it was slow"])
    #expect(read.items[1].source.marks == "ab")
  }

  @Test("The JSON is read alike in pieces, and with its members in another order", arguments: [1, 100, 65_536])
  func jsonOrder(chunk: Int) throws {
    let whole = try Imported(ItemSample.json(), as: .prodpair)
    let pieces = try Imported(ItemSample.json(), as: .prodpair, chunk: chunk)
    #expect(pieces.items == whole.items && pieces.epics == whole.epics)
    var text = String(decoding: try ItemSample.json(), as: UTF8.self)
    let head = #""format": "prodpair-items", "version": 1,"#
    text = text.replacing(head, with: "").replacing("\n]}", with: "\n], " + head.dropLast() + "}")
    let other = try Imported(text, as: .prodpair, chunk: chunk)
    #expect(other.items.map(\.title) == whole.items.map(\.title) && other.epics.map(\.name) == whole.epics.map(\.name))
  }

  @Test("JSON of a later version, and JSON of something else, is refused")
  func versions() {
    #expect(
      Imported.refusal(#"{"format": "prodpair-items", "version": 9}"#, as: .prodpair)?.reason == .laterVersion(9))
    #expect(Imported.refusal(#"{"a": 1}"#, as: .prodpair)?.description.contains("its format is not") == true)
  }

  @Test("The page has the panels, and nobody's words format it")
  func markdown() {
    let page = ItemsMarkdown.text(
      ItemSample.items, title: "platform", comments: ItemSample.comments, epics: ItemSample.epics,
      names: ItemSample.names, in: .utc)
    #expect(page.contains("## Current (1)") && page.contains("## Icebox (1)") && page.contains("## Done (1)"))
    #expect(page.contains("\\| - \"two\", three") && !page.contains("@x"))
  }

  @Test("One item says all of itself")
  func show() throws {
    let record = ItemRecord(
      ItemSample.items[0], comments: ItemSample.comments[ItemNumber(1)] ?? [], transitions: ItemSample.transitions,
      runs: [RunNumber(7)], blockerTitles: [ItemNumber(2): "Accepted"], removedBlockers: [ItemNumber(3)],
      names: ItemSample.names)
    let text = ItemShowText.text(record, in: .utc)
    #expect(text.hasPrefix("item 1 (toil, started, blocked)\n=cmd|' /C calc'!A0\n  team          platform\n"))
    #expect(text.contains("  description   Line one\n                |\n                | - \"two\", three\n"))
    #expect(text.contains("  waits for     item 2, Accepted: first (resolved)\n"))
    #expect(text.contains("  waits for     item 3, which was removed\n"))
    #expect(text.contains("  started       2026-11-02 00:00 UTC, Bo (bo), by run 7: it was slow\n"))
    let merged = ItemRecord(
      Item(
        number: ItemNumber(1), team: TeamName("t"), type: .bug, state: .unstarted, title: "One",
        links: [ItemLink(.duplicateOf, "59"), ItemLink(.pullRequest, "3")], createdAt: Instant(milliseconds: 0)))
    #expect(ItemShowText.text(merged, in: .utc).contains("  merged from   59\n  pull request  3\n"))
    let json = try Decoded(ItemShowJSON.json(record))
    #expect(json["number"].number == 1 && json["runs"][0].number == 7 && json["comments"].elements.count == 2)
    let lines = ItemSample.items.map(ItemLine.init)
    let list = try Decoded(ItemListJSON.json(lines))
    #expect(list[0]["labels"].texts == ["router", "routing"] && list[0]["points"].isNull)
    #expect(ItemListText.text(lines).split(separator: "\n").count == 5)
  }
}
