import Almanac
import Domain

/// A list of one year, which is printed as a document of that year and turned to other years.
protocol YearListScreen: Screen {
  var year: Int { get set }
  var list: ActList { get set }
  /// The document of its year.
  var paper: Report { get }
  /// Forgets what was read of another year.
  mutating func forget()
}

extension YearListScreen {
  /// What is alike on all of them: the document, turning to other years.
  ///
  /// - Parameter last: The last year that can be turned to.
  /// - Returns: Nil for an action of the screen's own.
  mutating func actOnYear(_ action: Action, last: Int) -> [Step]? {
    switch action {
    case .whole: return [.push(DocumentScreen([paper], from: tab))]
    case .print: return [.effect(.offer([paper], asFile: false))]
    case .save: return [.effect(.offer([paper], asFile: true))]
    case .previousYear: return turn(to: year - 1, last: last)
    case .nextYear: return turn(to: year + 1, last: last)
    default: return nil
    }
  }

  private mutating func turn(to other: Int, last: Int) -> [Step] {
    guard other <= last else {
      return [.say(Bilingual(zh: "下一年还没有到", en: "The next year has not come yet"))]
    }
    year = other
    forget()
    list.goToTop()
    return queries.map { .effect(.load($0)) }
  }
}
