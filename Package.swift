// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "prodpair",
  products: [
    .executable(name: "prodpair", targets: ["prodpair"]),
    // Loaded before a program whose disk is to fail; it lies beside the program that is tried.
    .library(name: "prodpair-faults", type: .dynamic, targets: ["CFaults"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CMarkGFM", path: "Sources/CMarkGFM"),
    .systemLibrary(name: "CSQLite", path: "Sources/CSQLite"),
    .target(name: "CProcess"),
    .target(name: "CCurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Text", dependencies: ["CCurses"]),
    .target(name: "Domain"),
    .target(
      name: "ChecklistFile",
      dependencies: [
        "Domain", "CMarkGFM", .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Schema", path: "schema",
      resources: [
        .embedInCode("m0001_journal.sql"), .embedInCode("m0002_runs.sql"), .embedInCode("m0003_lessons.sql"),
        .embedInCode("m0004_backlog.sql"), .embedInCode("m0005_duty.sql"), .embedInCode("m0006_contacts.sql"),
        .embedInCode("m0007_incidents.sql"), .embedInCode("m0008_search.sql"), .embedInCode("m0009_hooks.sql"),
        .embedInCode("m0010_figures.sql"), .embedInCode("m0011_executions.sql"), .embedInCode("m0012_journal_rows.sql"),
      ]),
    .target(
      name: "StarterChecklists", path: "checklists",
      resources: [
        .embedInCode("new-release.md"), .embedInCode("stemcell-upgrade.md"), .embedInCode("manifest-only.md"),
      ]),
    .target(
      name: "Store",
      dependencies: [
        "ChecklistFile", "CSQLite", "Domain", "Schema", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Exchange", dependencies: ["Domain", "Text", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Host", dependencies: ["CProcess", "Domain", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Workflow",
      dependencies: ["ChecklistFile", "Domain", "Exchange", "Host", "StarterChecklists", "Store", "Text"]),
    .target(name: "Terminal", dependencies: ["CCurses", "Text"]),
    .target(
      name: "TUI",
      dependencies: ["ChecklistFile", "Domain", "Exchange", "Host", "Terminal", "Text", "Workflow", "Store"]),
    .executableTarget(
      name: "prodpair",
      dependencies: [
        "ChecklistFile", "Domain", "TUI", "Terminal", "Text", "Exchange", "Host", "Workflow", "Store",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "prodpair-manual", dependencies: ["TUI"]),
    .executableTarget(
      name: "prodpair-bench",
      dependencies: ["ChecklistFile", "Domain", "Host", "Store", "TUI", "Terminal", "Workflow"],
      path: "Tests/Benchmarks"
    ),
    .executableTarget(name: "prodpair-pictures", dependencies: ["TUI"], path: "Tests/Pictures"),
    .executableTarget(name: "prodpair-crash", dependencies: ["Terminal"], path: "Tests/CrashingProgram"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "FuzzTargets",
      dependencies: ["ChecklistFile", "Domain", "Exchange", "Host", "Store", "Terminal", "Text"],
      path: "Tests/FuzzTargets"),
    .testTarget(name: "FuzzingTests", dependencies: ["FuzzTargets"]),
    // No Swift in it, and nothing of Swift's to be loaded with it.
    .target(
      name: "CFaults", path: "Tests/CFaults",
      linkerSettings: [.unsafeFlags(["-nostartfiles", "-static-stdlib"])]),
    .target(name: "Torture", dependencies: ["TestSupport"], path: "Tests/Torture"),
    .executableTarget(name: "prodpair-torture", dependencies: ["Torture"], path: "Tests/TortureProgram"),
    .testTarget(name: "TortureTests", dependencies: ["prodpair", "Torture"]),
    .testTarget(name: "TextTests", dependencies: ["Text"]),
    .testTarget(name: "DomainTests", dependencies: ["Domain", "TestSupport"]),
    .testTarget(name: "ChecklistFileTests", dependencies: ["ChecklistFile", "Domain", "TestSupport"]),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "CSQLite", "ChecklistFile", "Domain", "Schema", "Store", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Released/Stores"]),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange", "Domain", "TestSupport", "Text"], exclude: ["Alerts/Payloads"]),
    .testTarget(name: "HostTests", dependencies: ["Host", "Domain", "TestSupport"]),
    .testTarget(name: "WorkflowTests", dependencies: ["TestSupport", "Workflow"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Text"]),
    .testTarget(name: "TUITests", dependencies: ["TUI", "Terminal", "TestSupport"], exclude: ["Snapshots"]),
    .testTarget(name: "CommandLineTests", dependencies: ["prodpair"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "prodpair", "prodpair-crash", "ChecklistFile", "Domain", "Host", "Store", "TestSupport", "Workflow",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// The program that fuzzes needs the compiler's coverage, so that it stands aside from what is built and tested every day.
if Context.environment["PRODPAIR_FUZZ"] == "1" {
  package.targets += [
    .executableTarget(
      name: "prodpair-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing",
      exclude: ["Corpus", "Found", "README.md", "Words"],
      // Debian's ld.gold stumbles over the coverage tables.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
  ]
}

// A warning in our own targets is an error; the packages we depend on keep theirs to themselves.
for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
  target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
}
