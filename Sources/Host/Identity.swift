import Domain
import Glibc

/// Who runs this process, as the kernel says.
///
/// Nothing can be passed in: a name that an environment variable or an argument could choose would be worth nothing.
public enum Identity {
  /// The real uid's account, the login behind it where that is another (`sudo`), and what the environment claims.
  /// `person` is nil: the store knows who that is.
  public static func current() -> Actor {
    let uid = getuid()
    let login = name(of: uid) ?? "uid-\(uid)"
    var session: String?
    if let opener = sessionUID(), opener != uid { session = name(of: opener) ?? "uid-\(opener)" }
    return Actor(login: login, uid: uid, sessionLogin: session, claims: claims())
  }

  /// The uid that pam_loginuid(8) set when the session began, which no later `su` or `sudo` changes; nil when unset.
  private static func sessionUID() -> UInt32? {
    let descriptor = open("/proc/self/loginuid", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0, let uid = UInt32(String(decoding: buffer[..<count].filter { $0 > 0x20 }, as: UTF8.self)) else {
      return nil
    }
    // The kernel's word for "never set" is -1.
    return uid == .max ? nil : uid
  }

  private static func name(of uid: UInt32) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
    return String(cString: entry.pw_name)
  }

  /// What is recorded and never believed: where the session says it comes from, and its terminal.
  private static func claims() -> [String: String] {
    var claims: [String: String] = [:]
    if let connection = getenv("SSH_CONNECTION") { claims["SSH_CONNECTION"] = String(cString: connection) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where claims["terminal"] == nil {
      var name = [CChar](repeating: 0, count: 256)
      if ttyname_r(descriptor, &name, name.count) == 0 {
        claims["terminal"] = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    return claims
  }
}
