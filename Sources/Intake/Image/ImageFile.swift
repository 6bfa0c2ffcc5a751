import Almanac
import Domain

/// A photograph's file, checked by what is in it and not by its name, and ready to be kept.
///
/// What is kept has only what is needed to show the picture: no position, no camera, no owner, no words, no
/// second picture behind the first.
public struct ImageFile: Equatable, Sendable {
  /// How it is encoded.
  public let kind: Photograph.Kind
  /// In pixels, as stored.
  public let width: Int
  /// In pixels, as stored.
  public let height: Int
  /// How it is turned to be seen upright, from 1 (as stored) to 8.
  ///
  /// Source: CIPA DC-008 (Exif 2.32), tag 0x0112.
  public let orientation: Int
  /// The day that the camera wrote into it.
  public let taken: Day?
  /// The file to keep.
  public let bytes: [UInt8]

  /// The most bytes of a file that is taken: 20 MiB.
  public static let largest = 20 << 20
  /// The most pixels of a side: what Cairo can print.
  static let longestSide = 30_000
  /// The most pixels in all: a PNG is unpacked for printing, with 4 bytes a pixel; a JPEG is not.
  static func mostPixels(of kind: Photograph.Kind) -> Int {
    switch kind {
    case .jpeg: 250_000_000
    case .png: 25_000_000
    }
  }

  /// Checks a file from its first byte to its end.
  ///
  /// - Parameter name: The file's name, for messages.
  /// - Throws: ``ImageError``.
  public init(_ bytes: [UInt8], name: String) throws(ImageError) {
    do throws(ImageError.Fault) {
      try self.init(checking: bytes)
    } catch {
      throw ImageError(file: name, fault: error)
    }
  }

  private init(checking bytes: [UInt8]) throws(ImageError.Fault) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.largest else { throw .tooLarge(bytes.count) }
    let image: ImageFile
    if bytes.starts(with: JPEGReader.signature) {
      var reader = JPEGReader(bytes)
      image = try reader.read()
    } else if bytes.starts(with: PNGReader.signature) {
      var reader = PNGReader(bytes)
      image = try reader.read()
    } else {
      throw Self.isHEIC(bytes) ? .heic : .notAPicture
    }
    guard image.width > 0, image.height > 0 else { throw .damaged }
    guard max(image.width, image.height) <= Self.longestSide,
      image.width * image.height <= Self.mostPixels(of: image.kind)
    else { throw .tooManyPixels(image.width, image.height) }
    self = image
  }

  init(
    kind: Photograph.Kind, width: Int, height: Int, orientation: Int = 1, taken: Day? = nil,
    bytes: [UInt8]
  ) {
    self.kind = kind
    self.width = width
    self.height = height
    self.orientation = orientation
    self.taken = taken
    self.bytes = bytes
  }

  /// A phone's own format: a box `ftyp` with one of its brands (ISO/IEC 23008-12, 10.2).
  private static func isHEIC(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) else { return false }
    return ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif"]
      .contains { bytes[8..<12].elementsEqual($0.utf8) }
  }
}

/// A reason a file was not taken as a photograph.
public struct ImageError: Error, Equatable, Sendable {
  /// What is wrong with it.
  public enum Fault: Error, Equatable, Sendable {
    case empty
    case tooLarge(Int)
    case notAPicture
    /// Neither a picture nor a PDF, where either is taken.
    case notAScan
    case scanTooLarge(Int)
    case heic
    case truncated
    case damaged
    /// A chunk of a PNG whose check sum does not fit, by its name.
    case changedChunk(String)
    case unusualEncoding
    case tooManyPixels(Int, Int)
  }

  /// The file's name.
  public var file: String
  /// What is wrong.
  public var fault: Fault

  /// A refusal of a file.
  public init(file: String, fault: Fault) {
    self.file = file
    self.fault = fault
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    Bilingual(zh: "“\(file)”：\(fault.message.zh)", en: "“\(file)”: \(fault.message.en)")
  }
}

extension ImageError.Fault {
  /// What is wrong and what to do, without the file's name.
  public var message: Bilingual {
    switch self {
    case .empty:
      Bilingual(zh: "是空文件，请重新拷贝。", en: "the file is empty; copy it again.")
    case .tooLarge:
      Bilingual(
        zh: "文件太大，照片至多 20 MB；请改小或裁剪后再附。",
        en: "the file is too large, a photograph 20 MB at most; make it smaller or crop it.")
    case .notAPicture:
      Bilingual(
        zh: "内容不是 JPEG 或 PNG 照片；请换成 JPEG 或 PNG。",
        en: "its content is no JPEG or PNG picture; use a JPEG or PNG.")
    case .notAScan:
      Bilingual(
        zh: "内容不是 PDF、JPEG 或 PNG；请扫描成 PDF 或拍照。",
        en: "its content is no PDF, JPEG or PNG; scan it as a PDF, or take a photograph of it.")
    case .scanTooLarge:
      Bilingual(
        zh: "文件太大，扫描件至多 20 MB；请用较低分辨率或黑白再扫。",
        en: """
          the file is too large, a scan 20 MB at most; scan it again at a lower resolution or in black and \
          white.
          """)
    case .heic:
      Bilingual(
        zh:
          "是 HEIC 照片，请先转成 JPEG：heif-convert 原.heic 新.jpg（软件包 libheif-examples），或在手机相机设置里选“兼容性最佳”。",
        en: """
          it is a HEIC picture; make it a JPEG first: heif-convert OLD.heic NEW.jpg (package \
          libheif-examples), or set the phone's camera to “most compatible”.
          """)
    case .truncated:
      Bilingual(
        zh: "文件不完整，请重新拷贝。", en: "the file ends too early; copy it again.")
    case .damaged:
      Bilingual(
        zh: "文件已损坏，请换一张或重新拷贝。", en: "the file is damaged; copy it again or use another.")
    case .changedChunk(let name):
      Bilingual(
        zh: "文件已损坏（\(name) 段校验不符），请重新拷贝。",
        en: "the file is damaged (chunk \(name) does not match its check sum); copy it again.")
    case .unusualEncoding:
      Bilingual(
        zh: "编码方式少见，印不出来；请用看图软件另存为普通 JPEG。",
        en: "it is encoded in an unusual way and cannot be printed; save it as an ordinary JPEG.")
    case .tooManyPixels(let width, let height):
      Bilingual(
        zh: "有 \(width)×\(height) 像素，太大；请改小后再附。",
        en: "it has \(width)×\(height) pixels, too many; make it smaller.")
    }
  }
}
