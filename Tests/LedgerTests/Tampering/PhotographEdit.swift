import Domain
import Foundation

/// What someone does to the files of photographs beside a ledger, somewhere at random.
enum PhotographEdit: CaseIterable {
  case twoExchanged
  case anotherInItsPlace
  case aStrangerInItsPlace
  case oneBytesChange
  case oneBitsChange
  case cutShort
  case emptied
  case aByteMore
  case removed
  case itsFolderRemoved
  case allRemoved
  case anotherName
  case anotherFolder
  case anotherEnding
  case aLinkInItsPlace

  func make(
    to photographs: [Photograph], in folder: String, _ random: inout SplitMix
  ) throws {
    let shuffled = photographs.shuffled(using: &random).map(\.file)
    let path = "\(folder)/\(shuffled[0])"
    let other = "\(folder)/\(shuffled[1])"
    let (url, files) = (URL(filePath: path), FileManager.default)
    var bytes = try Data(contentsOf: url)
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch self {
    case .twoExchanged:
      try Data(contentsOf: URL(filePath: other)).write(to: url)
      try bytes.write(to: URL(filePath: other))
    case .anotherInItsPlace: try Data(contentsOf: URL(filePath: other)).write(to: url)
    case .aStrangerInItsPlace:
      try Data((0..<bytes.count).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        .write(to: url)
    case .oneBytesChange:
      bytes[place] &+= UInt8.random(in: 1...255, using: &random)
      try bytes.write(to: url)
    case .oneBitsChange:
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try bytes.write(to: url)
    case .cutShort: try bytes.prefix(place).write(to: url)
    case .emptied: try Data().write(to: url)
    case .aByteMore:
      try (bytes + [UInt8.random(in: .min ... .max, using: &random)]).write(to: url)
    case .removed: try files.removeItem(atPath: path)
    case .itsFolderRemoved:
      try files.removeItem(at: url.deletingLastPathComponent())
    case .allRemoved: try files.removeItem(atPath: folder)
    case .anotherName:
      let name = url.lastPathComponent
      let first = "0123456789abcdef".filter { $0 != name.first }.randomElement(using: &random)
      let renamed = [first].compactMap(\.self) + name.dropFirst()
      try files.moveItem(
        at: url, to: url.deletingLastPathComponent().appending(path: String(renamed)))
    case .anotherFolder:
      let elsewhere = URL(filePath: folder).appending(path: "zz")
      try files.createDirectory(at: elsewhere, withIntermediateDirectories: true)
      try files.moveItem(at: url, to: elsewhere.appending(path: url.lastPathComponent))
    case .anotherEnding: try files.moveItem(atPath: path, toPath: path + ".png")
    case .aLinkInItsPlace:
      try files.moveItem(atPath: path, toPath: path + ".kept")
      try files.createSymbolicLink(atPath: path, withDestinationPath: path + ".kept")
    }
  }
}
