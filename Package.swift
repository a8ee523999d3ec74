// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "prodpair",
  targets: [
    .target(name: "Domain"),
    .testTarget(name: "DomainTests", dependencies: ["Domain"]),
  ],
  swiftLanguageModes: [.v6]
)
