import Foundation
import Testing

/// Trials that take minutes in their short form too, because they wait for what somebody holds, or crowd the machine.
enum AllTrials {
  static let areWanted = ProcessInfo.processInfo.environment["PRODPAIR_ALL_TRIALS"] == "1"
  static let whyNot: Comment = "it takes minutes: PRODPAIR_ALL_TRIALS=1 make test holds it"
}
