import Almanac
import Canvas
import Domain

extension RectificationSheet {
  /// The photographs in words, then side by side.
  var photographs: [Document.Block] {
    guard !hazard.photographs.isEmpty else { return [] }
    let unprinted = hazard.photographs.count { pictures[$0.photograph] == nil }
    return [heading(Bilingual(zh: "照片", en: "Photographs")), list, .pictures(sideBySide)]
      + (unprinted == 0
        ? []
        : [
          paragraph(
            Bilingual(
              zh: "另有照片\(unprinted)张，只列名称。", en: "Photographs named only: \(unprinted)."))
        ])
  }

  private var list: Document.Block {
    .table(
      .init(
        columns: [
          numbers(Bilingual(zh: "序号", en: "No."), 4), marks(Bilingual(zh: "前后", en: "Shows"), 5),
          words(Bilingual(zh: "文件名", en: "Name"), 10),
          marks(Bilingual(zh: "大小、拍摄", en: "Size, taken"), 8),
          marks(Bilingual(zh: "附上", en: "Attached"), 8),
          words(Bilingual(zh: "校验值（SHA-256）", en: "Checksum (SHA-256)"), 18),
        ],
        rows: hazard.photographs.enumerated().map { index, attached in
          let photograph = attached.photograph
          return [
            "\(index + 1)", photograph.role.name[language], photograph.name,
            lines([Photograph.amount(photograph.size), photograph.taken?.description]),
            lines([
              attached.attached.day.description,
              bureau.name(attached.attached.person, for: attached.attached.standsFor)[language],
            ]),
            grouped(photograph.checksum),
          ]
        }))
  }

  /// In four groups, so that no line is broken with a hyphen that is none of its digits.
  private func grouped(_ checksum: Checksum) -> String {
    stride(from: 0, to: 64, by: 16)
      .map { String(checksum.rawValue.dropFirst($0).prefix(16)) }.joined(separator: " ")
  }

  private func lines(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: "\n")
  }

  /// How many rows of pictures there are.
  var height: Int { sideBySide.rows.count }

  /// The first before beside the first after, and so on; where there are only such of before or of after,
  /// two by two. Each is named by its number in the list.
  private var sideBySide: Document.Pictures {
    let columns = Photograph.Role.allCases.map { (role: $0, pictures: numbered($0)) }
    if let only = columns.first(where: { $0.pictures.count == pictures.count }) {
      let name = only.role.name[language]
      return Document.Pictures(
        columns: [name, name],
        rows: stride(from: 0, to: only.pictures.count, by: 2).map { start in
          [0, 1].map { only.pictures.dropFirst(start + $0).first }
        })
    }
    let height = columns.map(\.pictures.count).max() ?? 0
    return Document.Pictures(
      columns: columns.map { $0.role.name[language] },
      rows: (0..<height).map { row in columns.map { $0.pictures.dropFirst(row).first } })
  }

  private func numbered(_ role: Photograph.Role) -> [Document.Picture] {
    hazard.photographs.enumerated().compactMap { index, attached in
      guard attached.photograph.role == role, var picture = pictures[attached.photograph] else {
        return nil
      }
      picture.caption = "\(index + 1)  \(attached.photograph.name)  \(picture.caption)"
      return picture
    }
  }
}
