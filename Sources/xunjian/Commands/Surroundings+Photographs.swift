import Almanac
import Domain
import Foundation
import Ledger

/// Where photographs lie: those of the ledger, and those yet to be attached.
extension Surroundings {
  /// The folder beside the ledger, and each file named in it by its size; its content is for `verify` to check.
  func photographs(_ ledger: LedgerFile) throws -> Check {
    let folder = ledger.photographs.folder
    let found = try ledger.filesBySize()
    guard found.count > 0 else {
      return Check(
        true, Bilingual(zh: "还没有照片", en: "No photographs yet"), Bilingual(verbatim: ""))
    }
    let what = Bilingual(
      zh: "照片 \(found.count) 张：\(folder)",
      en: "\(counted(found.count, "photograph")): \(folder)")
    guard found.isFolderThere else {
      return Check(
        false, what,
        Bilingual(
          zh: "照片文件夹不在：请把它移回台账旁边，或从备份取回。",
          en: "The folder is not there: put it back beside the ledger, or take it from a backup."))
    }
    guard access(folder, R_OK | W_OK | X_OK) == 0 else {
      return Check(
        false, what,
        Bilingual(
          zh: "本登录名不能读写照片文件夹：请检查 \(folder) 的属组和权限。",
          en: "This login cannot use the folder: check the group and permissions of \(folder)."))
    }
    let lacking = found.lacking.map { ledger.photographs.path(of: $0) }
    return Check(
      lacking.isEmpty, what,
      Bilingual(
        zh: "缺失或大小不符 \(lacking.count) 张，如 \(lacking.first ?? "")：请从备份取回，再用 xunjian verify 核验。",
        en: """
          \(lacking.count) missing or of another size, as \(lacking.first ?? ""): take them from a backup, then \
          run xunjian verify.
          """))
  }

  /// The folder into which this login drops photographs; one that nobody has named need not be there.
  var dropFolder: Check {
    let folder = DropFolder.present
    let isThere = folder.listing().exists
    let isUsable = isThere && access(folder.path, R_OK | X_OK) == 0
    let words =
      isThere
      ? Bilingual(zh: "待附照片文件夹：\(folder.path)", en: "Folder to drop photographs in: \(folder.path)")
      : Bilingual(
        zh: "没有待附照片文件夹：\(folder.path)", en: "No folder to drop photographs in: \(folder.path)")
    return Check(
      isUsable || !isThere && !DropFolder.isNamed, words,
      Bilingual(
        zh: "请建立它（mkdir），或用 xunjian hazard photo --folder 另设；已有的请检查权限。",
        en: """
          Make it (mkdir), or set another with xunjian hazard photo --folder; if it is there, check its \
          permissions.
          """))
  }
}
