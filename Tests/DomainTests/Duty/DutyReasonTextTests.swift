import Domain
import Testing

@Suite("Reasons in words")
struct DutyReasonTextTests {
  @Test(
    "Each is read as it is written",
    arguments: [
      .neverPaired, .pairedBefore(days: 1), .pairedBefore(days: 40), .carriesOver("ana"), .loads(3, 4),
      .preferred(""), .preferred("same (quiet) office"), .noneCarriesOver, .away("bo", ""), .away("bo", "ill, again"),
      .atLimit("ana"), .overLimit("cy"), .repeatsEarly, .bothNovices, .onElsewhere("bo"), .alone, .nobody,
      .keptApart(PairRule(.never, DutyPair("ana", "bo"))),
      .keptApart(PairRule(.never, DutyPair("ana", "bo"), reason: "they (both) say so")),
      .setByHand("ana"),
      .said("the move"), .said("set by ana (the move)"), .said(""), .said("loads 3 and many"),
    ] as [DutyReason])
  func roundTrip(reason: DutyReason) {
    #expect(DutyReason(text: reason.description) == reason)
  }
}
