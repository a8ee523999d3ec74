import CCurses

/// What pictures are made in.
public enum PictureMemory {
  /// Has malloc(3) keep what a picture took for the next one.
  ///
  /// As it comes it hands more than 128 KiB at the end of the heap back to the kernel, which is less than the cells of a
  /// screen take: each picture would ask for it anew, and have each of its pages zeroed.
  public static func keep() { cc_keep_memory(kept) }

  /// In bytes: a few pictures of the largest terminals.
  private static let kept: Int32 = 2 << 20
}
