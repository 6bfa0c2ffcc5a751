import Almanac

/// A kind of type, as official documents name them: each a list of families, first come first used.
enum Typeface: Hashable, CaseIterable {
  /// 小标宋, for titles.
  case title
  /// 仿宋, for text.
  case body
  /// 黑体, for headings.
  case heading
  /// 楷体, for headings of the second level.
  case subheading
  /// 宋体, for the numbers of pages.
  case number

  /// What official documents call it.
  var name: Bilingual {
    switch self {
    case .title: Bilingual(zh: "小标宋", en: "FZXiaoBiaoSong")
    case .body: Bilingual(zh: "仿宋", en: "FangSong")
    case .heading: Bilingual(zh: "黑体", en: "SimHei")
    case .subheading: Bilingual(zh: "楷体", en: "KaiTi")
    case .number: Bilingual(zh: "宋体", en: "SimSun")
    }
  }

  /// The families that an office's documents are set in, the usual ones first.
  private func official(in language: Language) -> String {
    switch (language, self) {
    case (.chinese, .title): "FZXiaoBiaoSong-B05S,FZXiaoBiaoSong-B05,STZhongsong"
    case (.chinese, .body): "FangSong,FangSong_GB2312,STFangsong"
    case (.chinese, .heading): "SimHei,STHeiti"
    case (.chinese, .subheading): "KaiTi,KaiTi_GB2312,STKaiti"
    case (.chinese, .number): "SimSun,NSimSun,STSong"
    case (.english, .heading), (.english, .subheading): "Arial"
    case (.english, .title), (.english, .body), (.english, .number): "Times New Roman"
    }
  }

  /// The free families that take their place, nearest first; DejaVu is so wide that days do not fit their columns.
  private func free(in language: Language) -> String {
    switch (language, self) {
    case (.chinese, .title), (.chinese, .number): "Noto Serif CJK SC,serif"
    case (.chinese, .body): "FandolFang,Noto Serif CJK SC,serif"
    case (.chinese, .heading): "Noto Sans CJK SC,sans-serif"
    case (.chinese, .subheading): "FandolKai,AR PL UKai CN,Noto Serif CJK SC,serif"
    case (.english, .heading), (.english, .subheading):
      "Liberation Sans,Noto Sans,Noto Sans CJK SC,DejaVu Sans,sans-serif"
    case (.english, .title), (.english, .body), (.english, .number):
      "Liberation Serif,Noto Serif,Noto Serif CJK SC,DejaVu Serif,serif"
    }
  }

  /// Family names for fontconfig: the first that is installed is used.
  func families(in language: Language) -> String {
    official(in: language) + "," + free(in: language)
  }

  /// Whether a family, as fontconfig calls it, is one of those that documents should be set in.
  func isOfficial(_ family: String, in language: Language) -> Bool {
    (official(in: language) + "," + name.zh).lowercased().split(separator: ",")
      .contains { family.lowercased().hasPrefix($0) }
  }

  /// Half bold, so that a font that has only one weight, as 小标宋 has, is never thickened.
  var isSemibold: Bool {
    switch self {
    case .title, .heading: true
    case .body, .subheading, .number: false
    }
  }
}

/// How a piece of text is set: its type, and in points its size and the distance of its lines.
struct Style: Hashable {
  var typeface: Typeface
  var size: Double
  var pitch: Double

  /// Where letters stand below the top of a line, so that the body of a Han character (88 % of it above
  /// the baseline) is in the middle of the line, whatever font it comes from.
  var baseline: Double { pitch / 2 + 0.38 * size }
}

/// The styles of a paper's parts.
///
/// Source: GB/T 9704-2012 5.2.3 and 7.3: title 2号 (22 pt), text and headings 3号, 22 lines a page, page
/// numbers 4号 (14 pt). 3号 is 15.75 pt, so that 28 characters fit 156 mm. Tables are 5号 (10.5 pt).
struct Styles {
  var title: Style
  /// For a title that is too long for one line.
  var longTitle: Style
  var subtitle: Style
  var heading: Style
  var subheading: Style
  var body: Style
  var cell: Style
  var columnTitle: Style
  var signature: Style
  /// To whom it is sent, at its end.
  var imprint: Style
  var running = Style(typeface: .body, size: 9, pitch: 12)
  var pageNumber = Style(typeface: .number, size: 14, pitch: 18)
  /// How far the first line of a paragraph stands in.
  var indent: Double
  /// The space above each paragraph.
  var paragraphGap: Double

  init(_ language: Language) {
    switch language {
    case .chinese:
      let pitch = 225 * Sheet.millimetre / 22
      title = Style(typeface: .title, size: 22, pitch: 34)
      longTitle = Style(typeface: .title, size: 18, pitch: 34)
      subtitle = Style(typeface: .body, size: 14, pitch: 22)
      heading = Style(typeface: .heading, size: 15.75, pitch: pitch)
      subheading = Style(typeface: .subheading, size: 15.75, pitch: pitch)
      body = Style(typeface: .body, size: 15.75, pitch: pitch)
      cell = Style(typeface: .body, size: 10.5, pitch: 15)
      columnTitle = Style(typeface: .heading, size: 10.5, pitch: 15)
      signature = Style(typeface: .body, size: 14, pitch: 24)
      imprint = Style(typeface: .body, size: 14, pitch: 22)
      indent = 2 * body.size
      paragraphGap = 0
    case .english:
      title = Style(typeface: .title, size: 18, pitch: 26)
      longTitle = Style(typeface: .title, size: 15, pitch: 26)
      subtitle = Style(typeface: .body, size: 11, pitch: 16)
      heading = Style(typeface: .heading, size: 12, pitch: 22)
      subheading = Style(typeface: .heading, size: 11, pitch: 20)
      body = Style(typeface: .body, size: 11, pitch: 16)
      cell = Style(typeface: .body, size: 9.5, pitch: 13)
      columnTitle = Style(typeface: .heading, size: 9, pitch: 13)
      signature = Style(typeface: .body, size: 11, pitch: 24)
      imprint = Style(typeface: .body, size: 10, pitch: 15)
      indent = 0
      paragraphGap = 5
    }
  }
}
