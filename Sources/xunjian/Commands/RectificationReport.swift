import Almanac
import ArgumentParser
import Canvas
import Domain
import Foundation
import Intake
import Ledger
import Reports

/// The sheet of one hazard, with its photographs before and after.
struct RectificationReport: ParsableCommand {
  static let configuration = about(
    "rectification", zh: "隐患整改单（含整改前后照片）", en: "a hazard's sheet with photographs")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "隐患编号", en: "the hazard's number")) var number: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let hazard = try session.hazard(Identifier(number))
    try output.send(
      session.rectification(of: hazard), json: session.rectificationJSON(of: hazard),
      on: session.today)
  }
}

extension Session {
  /// A hazard as it stands.
  ///
  /// - Throws: ``HazardError/noSuchHazard(_:)``.
  func hazard(_ id: Hazard.ID) throws -> Hazard {
    guard let hazard = try ledger.hazard(id) else { throw HazardError.noSuchHazard(id.rawValue) }
    return hazard
  }

  /// The sheet of a hazard with its photographs.
  func rectification(of hazard: Hazard) throws -> Document {
    RectificationSheet.document(
      hazard: hazard, history: try ledger.timeline(.hazard(hazard.id)),
      pictures: pictures(of: hazard), bureau: try ledger.bureau(), language: language)
  }

  /// A hazard with its timeline and its photographs, in JSON.
  func rectificationJSON(of hazard: Hazard) throws -> HazardJSON {
    let bureau = try ledger.bureau()
    var json = HazardJSON(hazard, on: today)
    json.timeline = try ledger.timeline(.hazard(hazard.id)).compactMap {
      HazardJSON.Entry($0, bureau, language)
    }
    json.photographs = hazard.photographs.map { PhotographJSON($0, in: ledger.photographs) }
    return json
  }

  /// The most photographs that a sheet prints, and the most bytes that they may have together: a paper is
  /// made in memory.
  private static let most = (pictures: 12, bytes: 64 << 20)

  /// What a sheet prints of a hazard's photographs. One whose file is not the one attached is not shown,
  /// and its caption says so.
  func pictures(of hazard: Hazard) -> [Photograph: Document.Picture] {
    var pictures: [Photograph: Document.Picture] = [:]
    var bytes = 0
    for photograph in hazard.photographs.map(\.photograph) {
      bytes += photograph.size
      guard pictures.count < Self.most.pictures, bytes <= Self.most.bytes else { break }
      pictures[photograph] = picture(of: photograph)
    }
    return pictures
  }

  private static let unreadable = Bilingual(zh: "读不出来", en: "cannot be read")

  private func picture(of photograph: Photograph) -> Document.Picture {
    let path = ledger.photographs.path(of: photograph)
    let state = ledger.photographs.state(of: photograph)
    guard state == .sound else {
      return Document.Picture(caption: state.name[language], file: nil)
    }
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)),
      let image = try? ImageFile([UInt8](bytes), name: photograph.name)
    else { return Document.Picture(caption: Self.unreadable[language], file: nil) }
    return Document.Picture(
      caption: "", file: path, encoding: image.kind == .jpeg ? .jpeg : .png, width: image.width,
      height: image.height, orientation: image.orientation)
  }
}
