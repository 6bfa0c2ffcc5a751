import Almanac
import Canvas

extension KeyPlace {
  /// What a person does there, in a sentence that names the keys as they are set.
  func purpose(with keys: KeyMap) -> Bilingual {
    func key(_ action: Action) -> Bilingual { keys.name(of: action) }
    let (open, acts) = (key(.open), key(.acts))
    return switch self {
    case .everywhere:
      Bilingual(
        zh: "上下移动，\(open.zh) 打开，Esc 返回；所有输入随时保存。",
        en: "Move up and down, \(open.en) opens, Esc goes back; all that is typed is saved at once."
      )
    case .today:
      Bilingual(
        zh: "今天要查什么，最急的在最上面。选一行按 \(open.zh) 打开；接着查上次的房间按 \(key(.inspection).zh)。",
        en: """
          What is to be checked today, the most pressing first. \(open.en) opens a line; \
          \(key(.inspection).en) goes on with the room begun.
          """)
    case .round:
      Bilingual(
        zh: """
          一个轮次的各个场所。选一间按 \(open.zh) 开始检查；纸上查过的可以按纸表录入；几间可以选好，一次批准免查。
          """,
        en: """
          The places of one round. \(open.en) begins a room; what was walked on paper can be entered \
          from the form; several rooms can be marked and excused together.
          """)
    case .room:
      Bilingual(
        zh: """
          逐项检查：\(key(.pass).zh) 合格，\(key(.fail).zh) 不合格并记隐患，\(key(.notApplicable).zh) 不适用。\
          全部答完后签名，才成为记录；没签名前都能改。
          """,
        en: """
          Item by item: \(key(.pass).en) passes, \(key(.fail).en) fails and takes down a hazard, \
          \(key(.notApplicable).en) does not apply. Signing makes it a record; before that all can be \
          changed.
          """)
    case .hazards:
      Bilingual(
        zh: "未销号的隐患，逾期和等您办理的在前。\(acts.zh) 列出现在能办的事，按编号选。",
        en: """
          Open hazards, those overdue or waiting for you first. \(acts.en) lists what can be done now, \
          by number.
          """)
    case .hazard:
      Bilingual(
        zh: "一条隐患的全部内容和经过，最近的在前。上下翻看，Esc 返回后办理。",
        en: "All of a hazard and what happened, the latest first. Scroll it; Esc goes back to act.")
    case .calendar:
      Bilingual(
        zh: "一个月的安排：放假、调休上班、该查和查了的。方向键选日子，\(open.zh) 看当天。",
        en: """
          A month's days: holidays, days worked instead, what is due and done. Arrows choose a day, \
          \(open.en) opens it.
          """)
    case .year:
      Bilingual(
        zh: "全年的放假和检查，一眼看完。方向键选日子，\(open.zh) 打开那个月。",
        en: """
          The year's holidays and checks at a glance. Arrows choose a day, \(open.en) opens its month.
          """)
    case .day:
      Bilingual(
        zh: "一天里的各件事。选一行按 \(open.zh) 打开。", en: "What a day holds. \(open.en) opens a line.")
    case .summary:
      Bilingual(
        zh: "一个月的汇总，可以直接打印上报。月结以后数字固定，不再变动。",
        en: "A month's summary, ready to print. Once sealed its figures stay as they are.")
    case .figures:
      Bilingual(
        zh: "每个数据是怎样数出来的。选一项按 \(open.zh)，列出它背后的记录；再按 \(open.zh) 看记录本身。",
        en: """
          How each figure is counted. \(open.en) lists the records behind it, and \(open.en) again opens \
          one.
          """)
    case .record:
      Bilingual(
        zh: "一份已签名的检查记录。改错用更正，原来的写法也会保留。",
        en: "A signed record. Mistakes are corrected; what stood there before is kept.")
    case .exemptions:
      Bilingual(
        zh: "哪些场所的哪些检查项长期不适用。\(acts.zh) 办理。",
        en: "Which items never apply at which places. \(acts.en) acts on one.")
    case .entries:
      Bilingual(
        zh: """
          别人按纸面替您录入的事。核对后确认，有出入就提出异议；\(key(.mark).zh) 选几条、\(key(.markAll).zh) 全选，\
          一次确认。
          """,
        en: """
          What others entered for you from paper. Confirm what is right, dispute what is not; \
          \(key(.mark).en) marks several and \(key(.markAll).en) all, to be confirmed at once.
          """)
    case .keys:
      Bilingual(
        zh: "新做的签名密钥。与本人当面核对指纹，一致才登记。",
        en: "New signing keys. Compare each fingerprint with its owner, then tie it.")
    case .notices:
      Bilingual(
        zh: "发给各科室的整改通知书。选一份按 \(acts.zh) 看、签收、填回执或撤回。",
        en:
          "The notices handed to sections. \(acts.en) shows one, signs for it, answers or withdraws it."
      )
    case .duty:
      Bilingual(
        zh: "谁在什么时候值班、带班。\(acts.zh) 列出能办的事：拟定、确定、调整、换班、报送、交接班。",
        en: """
          Who is on duty when, and who leads. \(acts.en) lists what can be done: draw up, adopt, change, \
          swap, send up, hand over.
          """)
    case .activities:
      Bilingual(
        zh: """
          通报、会议、培训、走访、稿件、演练等，办过一件记一件。\(key(.recordActivity).zh) 登记，\(open.zh) 看全文、签阅、更正，\
          \(key(.activityTotals).zh) 看合计。
          """,
        en: """
          Circulars, meetings, trainings, visits, articles, drills: one entry each. \
          \(key(.recordActivity).en) records, \(open.en) shows one, to be read or corrected; \
          \(key(.activityTotals).en) adds up.
          """)
    case .activity:
      Bilingual(
        zh: "一条活动的全部内容和经过。\(acts.zh) 列出能办的事：签阅、办结议定事项、更正、作废。",
        en: """
          All of an activity and what came of it. \(acts.en) lists what can be done: read it, carry out \
          what was resolved, correct, withdraw.
          """)
    case .activityTotals:
      Bilingual(
        zh: "一个时段各类活动的合计，与上期相比。选一项按 \(open.zh)，列出它背后的登记。",
        en: """
          What was done in a period by kind, beside the one before. \(open.en) lists the entries behind \
          a figure.
          """)
    case .assessment:
      Bilingual(
        zh: "区里的考评细则、自评分和佐证，缺佐证的在前（!!）。\(acts.zh) 自评分、附文件、对应台账；\(key(.whole).zh) 看自评表。",
        en: """
          The district's scoring rules, own scores and evidence; !! lacks evidence. \(acts.en) scores, \
          attaches and ties; \(key(.whole).en) shows the paper.
          """)
    case .coverage:
      Bilingual(
        zh: """

          法律和本局要求做的、已做的、缺的，缺项在前，!! 是没有按时做。\(open.zh) 打开背后的台账，\(key(.whole).zh) 看对照表。
          """,
        en: """

          What law and the office ask, what was done, what is lacking first; !! was not done in time. \
          \(open.en) opens the register behind it, \(key(.whole).en) the table.
          """)
    case .annual:
      Bilingual(
        zh: """
          写总结要的数，先列不足。选一项按 \(open.zh)，列出背后的记录；____ 是台账没有的，补记后就有。\(key(.whole).zh) 看初稿。
          """,
        en: """
          The figures of the report, what fell short first. \(open.en) lists the records behind one; ____ \
          is what the ledger lacks. \(key(.whole).en) shows the draft.
          """)
    case .incidents:
      Bilingual(
        zh: "事故和突发事件的登记。\(acts.zh) 列出能办的事：登记报告、补充、更正、办结；! 是报告时限。",
        en: """
          The register of incidents. \(acts.en) lists what can be done: note a report, add, correct, \
          close; ! is the time limit of a report.
          """)
    case .nilReports:
      Bilingual(
        zh: "假期和预警期间按时报一次有没有事故。每个时段都报过，纸上才写“未发生”。",
        en: """
          At set times in breaks and alerts it is declared whether there was an incident. Paper says \
          “none” only where every period was declared.
          """)
    case .expiries:
      Bilingual(
        zh: """
          灭火器、检测报告、保险、年检、证照等到期的事，最早到期的在前，!! 已过期，! 快到期。\(key(.renewExpiry).zh) 续期，\
          原来的日期留作历史。
          """,
        en: """
          Extinguishers, test reports, insurance, licences: what ends first before; !! is over, ! ends \
          soon. \(key(.renewExpiry).en) renews; former dates stay as history.
          """)
    case .assets:
      Bilingual(
        zh: """
          网站、网络、服务器、电脑和系统，各有责任人和岗位。!! 停止支持、漏巡、责任人离任，! 待补。\(acts.zh) 登记漏洞、修改、看隐患和\
          上次巡查记录。
          """,
        en: """
          Websites, devices, servers, computers, systems, each with its person and post. !! support over, \
          not patrolled, person gone; ! missing. \(acts.en) registers a weakness, changes, opens what is \
          open.
          """)
    case .rules:
      Bilingual(
        zh: "制度、预案和存档文件。制度和预案每年复核一次，\(key(.reviewRule).zh) 登记结论；\(acts.zh) 修订、废止。",
        en: """
          Rules, plans and papers. Rules and plans are reviewed every year: \(key(.reviewRule).en) records \
          it; \(acts.en) revises or repeals.
          """)
    case .responsibility:
      Bilingual(
        zh: """
          谁对什么负责：领导小组、分管领导、科室、场所、计划，逐级往下。\(acts.zh) 登记或换人，\(key(.gapsOnly).zh) \
          只看还没有责任人的。
          """,
        en: """
          Who answers for what, from the leading group down to places and plans. \(acts.en) names a person \
          or another, \(key(.gapsOnly).en) shows only what has no name.
          """)
    case .goals:
      Bilingual(
        zh: """
          一年的目标和措施，对应了台账的自动计数。\(acts.zh) 报进展、报完成、修改、沿用到下一年；\
          \(key(.figures).zh) 看背后的轮次或登记。
          """,
        en: """
          The year's goals and measures; those with a plan or a kind of activity count themselves. \
          \(acts.en) reports, changes or copies them; \(key(.figures).en) opens what counts.
          """)
    case .vehicles:
      Bilingual(
        zh: """
          公务用车：在位、出车还是封存，里程、保养和年检保险。\(key(.askVehicle).zh) 申请用车，\(key(.carsOrTrips).zh) \
          看派车单；\(acts.zh) 派车、出车、收车、封存、启封。
          """,
        en: """
          Vehicles: free, out or sealed, mileage, maintenance, inspection and insurance. \
          \(key(.askVehicle).en) asks for one, \(key(.carsOrTrips).en) shows the trips; \(acts.en) \
          approves, enters out and in, seals and opens.
          """)
    case .papers:
      Bilingual(
        zh: "打印前先看的单子，与纸上一样。", en: "A sheet as it will be on paper, to read before it is printed.")
    }
  }
}
