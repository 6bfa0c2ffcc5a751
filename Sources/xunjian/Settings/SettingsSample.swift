import Almanac
import Canvas

/// A settings file in which every line is a comment: what can be set, and what holds if it is not.
enum SettingsSample {
  static var text: Bilingual {
    let themes = Theme.allCases.map(\.rawValue).joined(separator: ", ")
    return Bilingual(
      zh: """
        # 巡检的个人设置。去掉行首的“# ”才生效；写错的行会指出来并忽略，不影响使用。
        # 现在生效的值：xunjian config

        # 语言：zh 或 en
        # language: zh

        # 配色：\(themes)
        # theme: auto

        # 默认打开的台账库，写完整路径
        # ledger: ~/.local/share/xunjian/ledger.sqlite

        # 打开画面时是否开鼠标：true 或 false（画面里按 M 也能开关）
        # mouse: false

        # 一问一答的文字行（读屏、盲文点显器）：true 或 false，同 --plain
        # plain: false

        # 放照片的文件夹
        # photos: ~/xunjian-photos

        # 打印机名（lpstat -e 列出）；不写用系统默认
        # printer: office

        # 发件夹：不马上打印的文件存在这里
        # outbox: ~/Documents/xunjian

        # 按键：动作名（xunjian keys 列出）和一个键或几个键，代替原来的键。
        # 标点和 y、n 要加引号。与别的键冲突的会指出来并忽略。
        # keys:
        #   sign: [F8, s]
        #   filter: ["/", F7, f]

        """,
      en: """
        # Your settings of xunjian. A line counts once its first "# " is gone; a wrong one is named and
        # ignored. What holds now: xunjian config

        # The language: zh or en
        # language: en

        # Colours: \(themes)
        # theme: auto

        # The ledger opened where none is named, by its whole path
        # ledger: ~/.local/share/xunjian/ledger.sqlite

        # Whether the mouse is on at first: true or false (M switches it on a screen)
        # mouse: false

        # Lines of question and answer, for screen readers and braille, as --plain: true or false
        # plain: false

        # The folder of photographs
        # photos: ~/xunjian-photos

        # The printer (lpstat -e lists them); the system's own choice where none is named
        # printer: office

        # The outbox: the folder for documents that are not printed at once
        # outbox: ~/Documents/xunjian

        # Keys: an action (xunjian keys lists them) and a key or several, in place of its own.
        # Quote punctuation, y and n. One that clashes is named and ignored.
        # keys:
        #   sign: [F8, s]
        #   filter: ["/", F7, f]

        """)
  }
}
