/// Every trial, in the order in which they are held.
extension Trial {
  public static let all: [Trial] = [
    .killedProcesses,
    .powerLoss,
    .failingDisk,
    .manyProcesses,
    .heldUp,
    .damagedStores,
    .foreignFiles,
  ]
}
