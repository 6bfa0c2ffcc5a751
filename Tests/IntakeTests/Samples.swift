import Domain
import Foundation
import Intake
import Testing

/// The files that ship with the program, read from where they stand in the repository.
enum Samples {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Resources")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  static func checklists() throws -> [Checklist] {
    try ChecklistFile.read(bytes("checklists.yaml"), file: "checklists.yaml")
  }
}

/// A small good file with one passage changed, and the error that must follow.
struct BadFile: Sendable, CustomTestStringConvertible {
  /// What is changed; it must stand in the good file exactly once.
  var passage: String
  var to: String
  var line: Int?
  var field: String?
  /// A part of the problem in each language.
  var zh: String
  var en: String

  var testDescription: String { String(reflecting: passage) + " → " + String(reflecting: to) }

  /// The good text with the change; nil if the passage is not there once.
  func text(from good: String) -> String? {
    let parts = good.components(separatedBy: passage)
    return parts.count == 2 ? parts.joined(separator: to) : nil
  }
}
