import Domain
import Foundation
import Glibc
import Host
import Testing

@Suite("Who runs the process", .serialized)
struct IdentityTests {
  @Test("The login is the real uid's, whatever the environment says")
  func login() throws {
    let account = try #require(getpwuid(getuid()))
    for variable in ["USER", "LOGNAME", "USERNAME", "SUDO_USER"] { setenv(variable, "eve", 1) }
    let actor = Identity.current()
    #expect(actor.login == String(cString: account.pointee.pw_name))
    #expect(actor.uid == getuid())
    #expect(actor.person == nil && actor.actingAs == nil)
    #expect(!actor.claims.values.contains("eve"))
  }

  @Test("Who opened the session is the kernel's word")
  func session() throws {
    let text = try? String(contentsOfFile: "/proc/self/loginuid", encoding: .utf8)
    let uid = text.flatMap { UInt32($0) }
    let isAnother = uid.map { $0 != .max && $0 != getuid() } ?? false
    #expect((Identity.current().sessionLogin != nil) == isAnother)
  }

  @Test("SSH_CONNECTION is a claim, and only that")
  func claims() {
    setenv("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22", 1)
    defer { unsetenv("SSH_CONNECTION") }
    #expect(Identity.current().claims["SSH_CONNECTION"] == "10.0.0.1 50000 10.0.0.2 22")
  }
}
