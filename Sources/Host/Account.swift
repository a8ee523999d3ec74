import Foundation

/// The operating system's account that this process really runs as.
public enum Account {
  /// From the password database, for when `$HOME` is not set.
  public static var homeDirectory: String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 1 << 14)
    let code = getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found)
    guard code == 0, found != nil, let home = entry.pw_dir else { return "/" }
    return String(cString: home)
  }
}
