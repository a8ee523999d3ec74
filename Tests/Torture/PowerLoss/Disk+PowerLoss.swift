// What a disk can hold
extension Disk {
  /// Files and directories by their paths; nil for a directory.
  typealias Image = [String: [UInt8]?]

  /// What the running system sees.
  var current: Image {
    image(currentNames) { certain, waiting in Self.applied(waiting, to: certain) }
  }

  /// What of all that waits has come to the disk.
  enum Fortune: CaseIterable {
    case nothing, everything
    /// One sector in two, or nine in ten.
    case half, most
    /// One in two, and of that only its beginning or its end.
    case torn

    static func any(_ dice: inout Dice) -> Fortune { dice.one(of: allCases) ?? .half }
  }

  /// What may be found after the power was lost now.
  func afterPowerLoss(_ fortune: Fortune, _ dice: inout Dice) -> Image {
    var luck = Luck(fortune: fortune, dice: dice.dice())
    var names = certainNames
    for case .directory(let waiting) in things {
      for change in waiting.prefix(luck.share(of: waiting.count)) { Self.apply(change, to: &names) }
    }
    return image(names) { certain, waiting in
      waiting.reduce(into: certain) { bytes, change in luck.write(change, to: &bytes) }
    }
  }

  private func image(
    _ names: [String: Int], _ content: (_ certain: [UInt8], _ waiting: [Waiting]) -> [UInt8]
  ) -> Image {
    var image: Image = [:]
    let inOrder = names.sorted { $0.key < $1.key }
    let root = inOrder.first?.key
    for (path, number) in inOrder where path == root || image.keys.contains(Self.parent(of: path)) {
      switch things[number] {
      case .directory: image[path] = .some(nil)
      case .file(let certain, let waiting): image[path] = .some(content(certain, waiting))
      }
    }
    return image
  }
}

/// Chooses by a fortune, sector by sector.
private struct Luck {
  let fortune: Disk.Fortune
  var dice: Dice
  private static let sector = 512

  mutating func share(of count: Int) -> Int {
    switch fortune {
    case .nothing: 0
    case .everything: count
    case .half, .most, .torn: dice.below(count + 1)
    }
  }

  mutating func write(_ change: Disk.Waiting, to bytes: inout [UInt8]) {
    switch change {
    case .cut(let length): if comes() { Disk.resize(&bytes, to: length) }
    case .write(let offset, let part):
      var place = offset
      while place < offset + part.count {
        let end = min(offset + part.count, (place / Self.sector + 1) * Self.sector)
        if comes() {
          let sector = part[(part.startIndex + place - offset)..<(part.startIndex + end - offset)]
          Disk.put(fortune == .torn ? torn(sector, at: &place) : sector, at: place, in: &bytes)
        }
        place = end
      }
    }
  }

  /// Its beginning or its end; disks write a sector in one direction.
  private mutating func torn(_ sector: ArraySlice<UInt8>, at place: inout Int) -> ArraySlice<UInt8> {
    let length = dice.below(sector.count + 1)
    if dice.oneIn(2) { return sector.prefix(length) }
    place += sector.count - length
    return sector.suffix(length)
  }

  private mutating func comes() -> Bool {
    switch fortune {
    case .nothing: false
    case .everything: true
    case .half, .torn: dice.oneIn(2)
    case .most: !dice.oneIn(10)
    }
  }
}
