import Foundation
import FuzzTargets

// prodpair-fuzz is one target of `FuzzTarget.all` under libFuzzer: the one that PRODPAIR_FUZZ_TARGET names, with
// libFuzzer's own options. `prodpair-fuzz --list` says what there is: name, longest input, share of executions.

/// libFuzzer's own loop (FuzzerInterface.h), for a program that has a `main` of its own.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ testOneInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Says what is wrong, and ends the program.
func refuse(_ sentence: String) -> Never {
  FileHandle.standardError.write(Data("prodpair-fuzz: \(sentence)\n".utf8))
  exit(64)
}

if CommandLine.arguments.dropFirst().first == "--list" {
  for target in FuzzTarget.all { print(target.name, target.longest, target.share) }
  exit(0)
}

let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
guard let name = ProcessInfo.processInfo.environment["PRODPAIR_FUZZ_TARGET"], let found = FuzzTarget.named(name) else {
  refuse("set PRODPAIR_FUZZ_TARGET to one of \(names)")
}
let target = found

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let status = runFuzzer(&count, &arguments) { start, count in
  do {
    try target.check(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    // libFuzzer takes this for what it is, and keeps the input.
    abort()
  }
  return 0
}
exit(status)
