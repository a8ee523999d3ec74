import Domain
import Foundation
import Host
import Store

/// Held by whoever folds, for as long as a fold is under way: an intent that nobody holds it for was left by a process
/// that is gone.
///
/// The kernel lets it go when the process ends, however it ends. It is a file beside the store, with the store's mode.
struct FoldLock {
  private let path: String
  private let storePath: String

  init(_ store: Store) {
    path = store.path + "-fold"
    storePath = store.path
  }

  /// Waits for others, up to a minute: a git hook may take its time.
  func hold<Result>(_ body: () throws -> Result) throws -> Result {
    guard let result = try hold(waiting: .seconds(60), body) else {
      throw StoreError.busy(path: storePath, holder: "another fold")
    }
    return result
  }

  /// Nil where somebody else has it.
  func holdIfFree<Result>(_ body: () throws -> Result) throws -> Result? { try hold(waiting: .zero, body) }

  private func hold<Result>(waiting: Duration, _ body: () throws -> Result) throws -> Result? {
    let lock = try FileLock(path, like: storePath)
    guard lock.acquire(waiting: waiting) else { return nil }
    defer { lock.release() }
    return try body()
  }
}
