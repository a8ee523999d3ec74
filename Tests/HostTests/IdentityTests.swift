import Domain
import Foundation
import Host
import TestSupport
import Testing

/// What a variable in the environment may claim is looked at from outside, in a process that has it from its start.
@Suite("Who runs the process")
struct IdentityTests {
  @Test("The login is the real uid's, or says that this one has no account")
  func login() {
    let actor = Identity.current()
    #expect(actor.login == Account.login ?? "uid-\(getuid())")
    #expect(actor.uid == getuid())
    #expect(actor.person == nil && actor.actingAs == nil)
  }

  @Test("Who opened the session is the kernel's word")
  func session() throws {
    let text = try? String(contentsOfFile: "/proc/self/loginuid", encoding: .utf8)
    let uid = text.flatMap { UInt32($0) }
    let isAnother = uid.map { $0 != .max && $0 != getuid() } ?? false
    #expect((Identity.current().sessionLogin != nil) == isAnother)
  }
}
