extension SourceLines {
  /// A number for each line's content, for telling lines apart within this process: equal contents give equal numbers,
  /// and others do but for a chance of 2 to the power of -64. Line endings play no part.
  var hashes: [Int] {
    bytes.withUnsafeBytes { buffer in
      lines.map { line in
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: buffer[line.content]))
        return hasher.finalize()
      }
    }
  }
}
