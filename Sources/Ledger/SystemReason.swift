import Almanac

/// What the system says when a file cannot be used, in both languages; it speaks English only.
public enum SystemReason {
  private static let known = [
    Bilingual(zh: "没有权限", en: "Permission denied"),
    Bilingual(zh: "没有这个文件或文件夹", en: "No such file or directory"),
    Bilingual(zh: "文件系统只读", en: "Read-only file system"),
    Bilingual(zh: "磁盘已满", en: "No space left on device"),
    Bilingual(zh: "这是文件夹", en: "Is a directory"),
    Bilingual(zh: "路径中有一段不是文件夹", en: "Not a directory"),
    Bilingual(zh: "已有同名的", en: "File exists"),
    Bilingual(zh: "设备输入输出错误", en: "Input/output error"),
    Bilingual(zh: "名称太长", en: "File name too long"),
    Bilingual(zh: "不允许这样做", en: "Operation not permitted"),
    Bilingual(zh: "无法打开数据库文件", en: "unable to open database file"),
  ]

  /// The reason in both languages; one that is not known stays as it is, without a full stop.
  public static func words(_ reason: String) -> Bilingual {
    let plain = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
    return known.first { $0.en == plain } ?? Bilingual(verbatim: plain)
  }
}
