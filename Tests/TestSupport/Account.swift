import Foundation

/// Whoever runs the tests.
public enum Account {
  /// The name of the real uid's account; nil where it has none. `getpwuid(3)` would share its answer with other threads.
  public static var login: String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
    return String(cString: entry.pw_name)
  }
}
