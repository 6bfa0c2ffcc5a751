import Almanac

/// Makes an answer out of what was typed at one item.
struct AnswerReader {
  typealias Read = (Questionnaire.Question, TypedMark.Detail) throws -> Answer

  var hazards: [Hazard]
  var language: Language

  func passed(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    guard question.item.kind == .tick else {
      throw GivenAnswerError.notThisKind(question.number, is: question.item.kind.name)
    }
    return .pass
  }

  func failed(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    let item = question.item
    guard item.kind == .tick else {
      throw GivenAnswerError.notThisKind(question.number, is: item.kind.name)
    }
    var finding = item.plainFinding(in: language)
    switch detail {
    case .nothing: break
    case .number(let number):
      guard item.phrases.indices.contains(number - 1) else {
        throw GivenAnswerError.noSuchPhrase(question.number, number, count: item.phrases.count)
      }
      finding.text = item.phrases[number - 1][language]
    case .words(let words): finding.text = words
    case .value(let number):
      guard let hazard = hazards.first(where: { $0.id.rawValue == number }) else {
        throw SigningError.notOpenHere(Identifier(number), item: question.number)
      }
      finding.text = hazard.report.text
      finding.handling = .joins(hazard.id)
    }
    return .fail(finding)
  }

  func notApplicable(
    _ question: Questionnaire.Question, _ detail: TypedMark.Detail
  ) throws -> Answer {
    let reasons = NotApplicableReason.allCases
    switch detail {
    case .nothing: return .notApplicable(reason: NotApplicableReason.noFacility.rawValue)
    case .number(let number):
      guard reasons.indices.contains(number - 1) else {
        throw GivenAnswerError.noSuchReason(question.number, number)
      }
      return .notApplicable(reason: reasons[number - 1].rawValue)
    case .words(let words):
      if let reason = reasons.first(where: { $0.rawValue == words || $0.name[language] == words }) {
        return .notApplicable(reason: reason.rawValue)
      }
      return .notApplicable(reason: NotApplicableReason.other.rawValue, note: words)
    case .value(let value): throw GivenAnswerError.notAValue(question.number, value)
    }
  }

  func reading(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    guard case .reading = question.item.kind else {
      throw GivenAnswerError.notThisKind(question.number, is: question.item.kind.name)
    }
    let text = try value(detail, at: question)
    guard let answer = question.item.judge(reading: text, in: language) else {
      throw GivenAnswerError.notANumber(question.number, text)
    }
    return answer
  }

  func choice(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    guard case .choice(let options) = question.item.kind else {
      throw GivenAnswerError.notThisKind(question.number, is: question.item.kind.name)
    }
    let text = try value(detail, at: question)
    let numbered = Int(text).flatMap { options.indices.contains($0 - 1) ? options[$0 - 1] : nil }
    let option = options.first { $0.id == text || $0.text[language] == text } ?? numbered
    guard let option, let answer = question.item.judge(choice: option.id, in: language) else {
      throw GivenAnswerError.noSuchOption(question.number, text, options.map(\.text))
    }
    return answer
  }

  func text(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    guard question.item.kind == .text else {
      throw GivenAnswerError.notThisKind(question.number, is: question.item.kind.name)
    }
    return .text(try value(detail, at: question))
  }

  /// A value of the item's own kind; at a tick the open hazard that it joins.
  func value(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    switch question.item.kind {
    case .tick: try failed(question, detail)
    case .reading: try reading(question, detail)
    case .choice: try choice(question, detail)
    case .text: try text(question, detail)
    }
  }

  private func value(
    _ detail: TypedMark.Detail, at question: Questionnaire.Question
  ) throws -> String {
    guard case .value(let value) = detail else {
      throw GivenAnswerError.noValue(question.number)
    }
    return value
  }

  /// The answer, its finding joined to the hazard open at that very item.
  func joined(_ answer: Answer, _ question: Questionnaire.Question) -> Answer {
    guard let finding = answer.finding, finding.handling == .rectify(),
      let open = hazards.first(where: { $0.report.item == question.key })
    else { return answer }
    return answer.joining(open.id)
  }
}

extension Answer {
  /// The answer as one that holds for good; only what does not apply can.
  func always(at item: Int) throws -> Answer {
    guard case .notApplicable(let reason, let note, _) = self else {
      throw GivenAnswerError.notForGood(item)
    }
    return .notApplicable(reason: reason, note: note, always: true)
  }
}

extension Item.Kind {
  /// What an item of this kind asks for.
  var name: Bilingual {
    switch self {
    case .tick: Bilingual(zh: "合格或不合格", en: "pass or fail")
    case .reading: Bilingual(zh: "读数", en: "a reading")
    case .choice: Bilingual(zh: "选项", en: "a choice")
    case .text: Bilingual(zh: "文字", en: "a text")
    }
  }
}
