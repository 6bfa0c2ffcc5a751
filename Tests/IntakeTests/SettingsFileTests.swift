import Intake
import Testing

/// A person's settings: what is wrong is named by its line and left out, the rest stands.
struct SettingsFileTests {
  struct Case: Sendable {
    var text: String
    /// Each setting as `field=text,text@line`.
    var entries: [String] = []
    /// Each trouble as `line field`.
    var troubles: [String] = []
  }

  @Test(arguments: [
    Case(text: ""),
    Case(text: "# only\n\n  # comments\n"),
    Case(
      text: "theme: dark\n# said\nprinter: 'a b'\n", entries: ["theme=dark@1", "printer=a b@3"]),
    Case(
      text: "keys:\n  sign: [F8, s]\n  pass: \"1\"\n",
      entries: ["keys.sign=F8,s@2", "keys.pass=1@3"]),
    // An unfinished line means nothing.
    Case(text: "theme:\nkeys:\nmouse: ~\n"),
    Case(text: "theme: dark\ntheme: light\n", entries: ["theme=dark@1"], troubles: ["2 theme"]),
    Case(
      text: "keys:\n  pass: a\n  pass: b\nmouse: true\n",
      entries: ["keys.pass=a@2", "mouse=true@4"], troubles: ["3 pass"]),
    Case(
      text: "theme: dark\n\tmouse: true\nprinter: a\n", entries: ["theme=dark@1", "printer=a@3"],
      troubles: ["2 -"]),
    Case(text: "theme: @x\nmouse: true\n", entries: ["mouse=true@2"], troubles: ["1 -"]),
    Case(text: "theme: {a: 1}\nmouse: true\n", entries: ["mouse=true@2"], troubles: ["1 theme"]),
    Case(text: "keys: F8\nmouse: true\n", entries: ["mouse=true@2"], troubles: ["1 keys"]),
    Case(text: "- a\n- b\n", troubles: ["1 -"]),
    Case(text: "mouse: true\ntheme: [dark\n", entries: ["mouse=true@1"], troubles: ["2 -"]),
    // A bracket that is never closed takes what follows with it, and each line is named.
    Case(
      text: "mouse: true\ntheme: [dark\nprinter: a\n", entries: ["mouse=true@1"],
      troubles: ["3 -", "2 -"]),
  ])
  func reading(_ row: Case) {
    let file = SettingsFile(Array(row.text.utf8), file: "config.yaml")
    let entries = file.entries.map {
      "\($0.field)=\($0.texts.joined(separator: ","))@\($0.line ?? 0)"
    }
    let troubles = file.troubles.map {
      "\($0.line.map(String.init) ?? "-") \($0.field ?? "-")"
    }
    #expect(entries == row.entries)
    #expect(troubles == row.troubles)
    #expect(file.troubles.allSatisfy { $0.file == "config.yaml" })
  }

  /// Whatever the bytes are, reading them ends and throws nothing.
  @Test func anyBytes() {
    let noise = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    for cut in stride(from: 0, to: noise.count, by: 97) {
      let file = SettingsFile(Array(noise[cut...]), file: "x")
      #expect(!file.troubles.isEmpty)
    }
  }
}
