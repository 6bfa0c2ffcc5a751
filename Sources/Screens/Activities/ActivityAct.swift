import Domain

/// An entry of the register of activities that a form has filled in.
public enum ActivityAct: Sendable {
  case record(ActivityRequest)
  case correct(Activity.ID, Activity.Content, reason: String)

  /// The same with another paper, as a command.
  public func command(with file: Scan?) -> Command {
    switch self {
    case .record(var request):
      request.content.file = file ?? request.content.file
      return .recordActivities([request])
    case .correct(let id, var content, let reason):
      content.file = file ?? content.file
      return .activity(id, .correct(content, reason: reason))
    }
  }
}
