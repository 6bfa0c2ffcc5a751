// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "xunjian",
  products: [.executable(name: "xunjian", targets: ["xunjian"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "Almanac"),
    .target(name: "Domain", dependencies: ["Almanac"]),
    .target(
      name: "Intake", dependencies: ["Almanac", "Domain", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Ledger",
      dependencies: [
        "Almanac", "Domain",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    .target(name: "Canvas", dependencies: ["Almanac"]),
    .target(name: "Screens", dependencies: ["Almanac", "Domain", "Canvas"]),
    .target(name: "CLoader", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CPangoCairo", dependencies: ["CLoader"]),
    .target(name: "CXlsxWriter", dependencies: ["CLoader"]),
    .target(name: "CArchive", dependencies: ["CLoader"]),
    .target(name: "CCups", dependencies: ["CLoader"]),
    .target(
      name: "Reports",
      dependencies: [
        "Almanac", "Domain", "Canvas", "CPangoCairo", "CXlsxWriter", "CArchive",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["Almanac", "Canvas", "CNcurses"]),
    .target(name: "Resources", path: "Resources"),
    .executableTarget(
      name: "xunjian",
      dependencies: [
        "Almanac", "Domain", "Intake", "Ledger", "Canvas", "Screens", "Reports", "Terminal",
        "Resources", "CCups",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Canvas", "Terminal"], path: "Tests/TerminalProbe"),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Almanac", "Canvas", "Domain", "Ledger", "Screens", "TestSupport", "xunjian",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Benchmarks"),
    .target(name: "TestSupport", dependencies: ["Canvas"], path: "Tests/Support"),
    .testTarget(name: "AlmanacTests", dependencies: ["Almanac"], exclude: ["Fixtures"]),
    .testTarget(
      name: "DomainTests", dependencies: ["Almanac", "Domain", "Intake", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "IntakeTests", dependencies: ["Almanac", "Domain", "Intake", "Resources"],
      exclude: ["Fixtures"]),
    .testTarget(name: "CanvasTests", dependencies: ["Almanac", "Canvas"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Almanac", "Canvas", "Terminal", "CNcurses", "TestSupport", "terminal-probe"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Almanac", "Domain", "Canvas", "Reports", "Resources"],
      exclude: ["Fixtures"]),
    .executableTarget(
      name: "LedgerProbe", dependencies: ["Almanac", "Domain", "Ledger"], path: "Tests/LedgerProbe"),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Almanac", "Domain", "Ledger", "LedgerProbe",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ScreensTests",
      dependencies: ["Almanac", "Domain", "Canvas", "Screens", "Intake", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(name: "StructureTests", dependencies: ["TestSupport"]),
    .testTarget(
      name: "DemoTests",
      dependencies: [
        "Almanac", "Domain", "Ledger", "Intake", "Screens", "TestSupport", "xunjian",
      ]),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["Almanac", "Domain", "Canvas", "Ledger", "TestSupport", "xunjian"],
      exclude: ["Pictures"]),
  ],
  swiftLanguageModes: [.v6]
)
