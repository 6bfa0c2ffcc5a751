import Almanac

extension ActivityError {
  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchKind(let text):
      Bilingual(
        zh: "没有活动种类“\(text)”；用 activity kinds 查看。",
        en: "There is no kind of activity “\(text)”; see activity kinds.")
    case .noSuchActivity(let text):
      Bilingual(
        zh: "台账里没有“\(text)”；用 activity list 查看编号。",
        en: "There is no activity “\(text)”; see activity list for the numbers.")
    case .noSuchField(let text, let kind, let fields):
      Bilingual(
        zh: "“\(kind.zh)”没有“\(text)”这一栏，可填：\(fields.joined(separator: "、"))。",
        en: "“\(kind.en)” has no field “\(text)”; there are: \(fields.joined(separator: ", ")).")
    case .noSuchPerson(let text):
      Bilingual(
        zh: "没有人员“\(text)”，或不止一人叫这个名字；用 person list 查看编号。",
        en: "There is no one person “\(text)”; see person list for the ids.")
    case .retired(let name, let day):
      Bilingual(
        zh: "“\(name.zh)”自 \(day) 起停用，不能再登记；请换一个种类。",
        en: "“\(name.en)” is out of use from \(day) on; take another kind.")
    case .titleMissing: Bilingual(zh: "请填标题（内容）。", en: "Say what it was: fill in the title.")
    case .inFuture(let day):
      Bilingual(
        zh: "\(day) 还没有到，办过以后再登记；请核对日期。",
        en: "\(day) is yet to come: record it once it was done, or check the day.")
    case .badCount(let field, let text):
      Bilingual(
        zh: "“\(field.zh)”应填 0 到 \(ActivityField.largest) 的整数，不是“\(text)”。",
        en: "“\(field.en)” takes a whole number from 0 to \(ActivityField.largest), not “\(text)”.")
    case .badChoice(let field, let text, let choices):
      Bilingual(
        zh: "“\(field.zh)”没有“\(text)”，可选：\(choices.map(\.name.zh).joined(separator: "、"))。",
        en: "“\(field.en)” has no “\(text)”; one of: "
          + choices.map { "\($0.id) (\($0.name.en))" }.joined(separator: ", ") + ".")
    case .badFlag(let field, let text):
      Bilingual(
        zh: "“\(field.zh)”应填“是”或“否”，不是“\(text)”。",
        en: "“\(field.en)” takes yes or no, not “\(text)”.")
    case .badValue(let field):
      Bilingual(
        zh: "“\(field.zh)”的内容不对，请重填。", en: "What “\(field.en)” holds is wrong; enter it again.")
    case .left(let name, let last):
      Bilingual(
        zh: "\(name)已于 \(last) 离任，那天不在职；请核对日期或人员。",
        en: "\(name) left office on \(last); check the day or the person.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    case .isWithdrawn(let id):
      Bilingual(zh: "\(id) 已作废，不能再办。", en: "\(id) is withdrawn; nothing more is done with it.")
    case .sameAsBefore:
      Bilingual(zh: "与原来相同，没有可改的。", en: "That is what it says already; nothing is changed.")
    case .notRecorder(let name):
      Bilingual(
        zh: "只能由登记人\(name)或分管领导更正、作废。",
        en: "Only \(name), who recorded it, or a supervisor may correct or withdraw it.")
    case .notCirculated(let name):
      Bilingual(zh: "“\(name.zh)”不用签阅。", en: "“\(name.en)” is not passed round to be read.")
    case .readAlready(let id):
      Bilingual(zh: "您已经签阅过 \(id)。", en: "You have read \(id) already.")
    case .noSuchResolution(let number, let id):
      Bilingual(
        zh: "\(id) 没有第\(number)条议定事项；用 activity show 查看。",
        en: "\(id) has no resolution \(number); see activity show.")
    case .resolvedAlready(let number):
      Bilingual(
        zh: "第\(number)条议定事项已经办结，不能再改。",
        en: "Resolution \(number) is carried out; it stays as it is.")
    case .notOwner(let name):
      Bilingual(
        zh: "只能由承办人\(name)、登记人、分管领导或安全管理员办结。",
        en: "That is for \(name), who has it in hand, the recorder, a supervisor or administrator.")
    case .resolutionMissing:
      Bilingual(zh: "请写明议定事项。", en: "Say what was resolved.")
    case .badResolution(let text):
      Bilingual(
        zh: "议定事项写成“事项，承办人，期限”，几条之间用分号；看不懂“\(text)”。",
        en: "Write a resolution as “what, who, by when”, semicolons between; not “\(text)”.")
    case .dueBefore(let due, let day):
      Bilingual(
        zh: "期限 \(due) 早于会议当天 \(day)，请核对。",
        en: "Due \(due), before the day itself (\(day))? Check it.")
    case .badID(let id):
      Bilingual(
        zh: "编号“\(id)”不行：用字母、数字和连字符，不含空格。",
        en: "The id “\(id)” will not do: letters, digits and hyphens, without spaces.")
    case .doubledField(let id):
      Bilingual(zh: "编号“\(id)”重复。", en: "The id “\(id)” stands twice.")
    case .fieldGone(let id):
      Bilingual(zh: "栏目“\(id)”不能删去，只能停用。", en: "The field “\(id)” cannot go; retire it.")
    case .fieldUsed(let name):
      Bilingual(
        zh: "“\(name.zh)”已经填过数，不能改类型；请停用后另加一栏。",
        en: "“\(name.en)” has answers already and keeps its type; retire it and add another.")
    case .choicesMissing(let name):
      Bilingual(
        zh: "“\(name.zh)”是选项，请列出可选的值。", en: "“\(name.en)” is a choice; list its values.")
    case .choiceGone(let name, let id):
      Bilingual(
        zh: "“\(name.zh)”的选项“\(id)”已经用过，不能去掉。",
        en: "The value “\(id)” of “\(name.en)” was used and cannot go.")
    case .badTarget(let number):
      Bilingual(
        zh: "全年目标应是 1 到 9999，不是 \(number)。", en: "A year's target is 1 to 9999, not \(number).")
    }
  }
}
