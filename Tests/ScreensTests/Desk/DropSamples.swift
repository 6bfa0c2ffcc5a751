import Almanac
import Domain
import Testing

/// A folder of photographs as a phone fills it, and what becomes of its files.
enum DropSamples {
  static func listing(_ office: Office) -> DropListing {
    let names = [
      "IMG_20261123_084501.jpg", office("2026-002后.png", "2026-002after.png"),
      office("2026-004前.jpg", "2026-004before.jpg"), "IMG_20261122_171230.HEIC",
      office("2026-002前.jpg", "2026-002before.jpg"),
    ]
    return DropListing(
      folder: "/home/zhang/xunjian-photos", exists: true,
      files: names.enumerated().map { index, name in
        DropFile(
          name: name, size: [2_411_724, 48_130, 3_355_443, 1_887_437, 900][index],
          modified: Moment(Day(2026, 11, 23), hour: 8, minute: 50 - 7 * index))
      })
  }

  static func scan(_ file: DropFile) throws -> Scan {
    Scan(checksum: try checksum(file), name: file.name, size: file.size, kind: .jpeg)
  }

  static func photograph(_ file: DropFile, _ role: Photograph.Role) throws -> Photograph {
    Photograph(
      role: role, checksum: try checksum(file), name: file.name, size: file.size,
      kind: file.name.hasSuffix("png") ? .png : .jpeg, taken: file.modified.day)
  }

  /// It stands for the file's name.
  private static func checksum(_ file: DropFile) throws -> Checksum {
    let sum = file.name.unicodeScalars.reduce(7) { ($0 * 31 + Int($1.value)) % 0xFFFF_FFFF }
    let digits = String(sum, radix: 16)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    return try #require(Checksum(rawValue: String(repeating: padded, count: 8)))
  }
}

extension Desk {
  /// The command with what is there of the photographs chosen on a walk, as the shell reads them.
  func photographed(_ command: Command) throws -> Command {
    guard case .sign(var request) = command else { return command }
    for (item, answer) in request.answers {
      let names = answer.finding?.photos ?? []
      let taken = try names.compactMap { name in
        try dropped.files.first { $0.name == name }.map { try DropSamples.photograph($0, .before) }
      }
      request.photographs[item] = taken
      request.answers[item] = answer.photographed(taken.map(\.name))
    }
    return .sign(request)
  }
}
