enum GuidedSetup {
  static func run(_ options: GlobalOptions, isPractice: Bool) throws {}
}
