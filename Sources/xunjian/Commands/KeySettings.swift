import Almanac
import ArgumentParser
import Domain

/// Sets for how long a PIN is remembered once it was typed on a screen.
struct KeyRemember: ParsableCommand {
  static let configuration = about(
    "remember", zh: "PIN 记住几分钟", en: "how many minutes a PIN is remembered")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "分钟，0 为每次都问", en: "minutes; 0 asks each time")) var minutes: Int

  func run() throws {
    let session = try Session(options)
    var organization = try session.ledger.bureau().organization
    organization.pinMinutes = minutes
    try session.perform(.set(.organization(organization)))
    Output.line(
      (minutes == 0
        ? Bilingual(zh: "今后每次都问 PIN。", en: "The PIN is asked each time from now on.")
        : Bilingual(
          zh: "PIN 输入后记住 \(minutes) 分钟。", en: "A PIN is remembered for \(minutes) minutes."))[
          session.language])
  }
}

/// Marks a login of the machine as one that several persons use, or as one person's again.
struct KeyShared: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shared",
    abstract: Bilingual(zh: "公用登录名", en: "shared logins")[Speech.language],
    discussion: Bilingual(
      zh: "几个人合用的登录名：在那里程序先问是谁，密钥须有 PIN，签名时问 PIN。不写登录名则列出。",
      en: """
        A login that several persons use: there the program asks who acts, keys must have a PIN, and \
        signing asks for it. Without a login, lists them.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "登录名", en: "the login")) var login: String?
  @Flag(help: help(zh: "不再公用", en: "shared no more")) var off = false

  func run() throws {
    let session = try Session(options)
    var organization = try session.ledger.bureau().organization
    if let login {
      organization.sharedLogins.removeAll { $0 == login }
      if !off { organization.sharedLogins.append(login) }
      try session.perform(.set(.organization(organization)))
    }
    for login in organization.sharedLogins { Output.line(login) }
  }
}
