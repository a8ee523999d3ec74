/// An absence as the store keeps it; its number takes it back.
public struct NumberedAbsence: Hashable, Sendable {
  public var number: Int
  public var absence: Absence

  public init(number: Int, absence: Absence) {
    self.number = number
    self.absence = absence
  }
}
