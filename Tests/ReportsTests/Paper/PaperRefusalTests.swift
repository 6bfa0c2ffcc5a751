import Almanac
import Canvas
import Foundation
import Reports
import Testing

/// Each in a process of its own, for libraries and fonts are looked up once in a process.
struct PaperRefusalTests {
  @Test func noFontAtAllIsRefused() async {
    await #expect(processExitsWith: .exitCode(78)) {
      refuse(withFonts: "no-fonts.conf", naming: "隐患台账示例区统")
    }
  }

  @Test func noChineseFontIsRefused() async {
    await #expect(processExitsWith: .exitCode(78)) {
      refuse(withFonts: "latin-fonts.conf", naming: "隐患台账")
    }
  }

  @Test func aMissingLibraryIsNamed() async {
    await #expect(processExitsWith: .exitCode(78)) {
      var files = rlimit(rlim_cur: 0, rlim_max: 0)
      guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 else { exit(1) }
      do {
        _ = try Paper(Sample.register(rows: 1), createdOn: Day(2026, 11, 30))
        exit(2)
      } catch PaperError.libraryMissing("libpangocairo-1.0.so.0") {
        exit(78)
      } catch {
        exit(3)
      }
    }
  }

  @Test func everyMessageSaysWhatToInstall() {
    let library = PaperError.libraryMissing("libpangocairo-1.0.so.0").message
    let font = PaperError.fontMissing("安").message
    for language in Language.allCases {
      #expect(library[language].contains("libpangocairo-1.0.so.0"))
      #expect(library[language].contains("libpangocairo-1.0-0"))
      #expect(font[language].contains("fonts-noto-cjk"))
      #expect(font[language].contains("安"))
    }
  }
}

private func refuse(withFonts configuration: String, naming characters: String) {
  let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")
  setenv("FONTCONFIG_FILE", fixtures.appending(path: configuration).path, 1)
  do {
    _ = try Paper(Sample.register(rows: 1), createdOn: Day(2026, 11, 30))
    exit(2)
  } catch PaperError.fontMissing(let missing) {
    exit(characters.hasPrefix(missing) ? 78 : 3)
  } catch {
    exit(4)
  }
}
