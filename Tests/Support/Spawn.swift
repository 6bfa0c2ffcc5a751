import Foundation

/// Starts a program and does not wait for it. Not by Foundation's `Process`.
///
/// It has no descriptor but those that it is given: a server that is left behind and had inherited the end of
/// another test's pipe would hold that test up.
///
/// - Parameter prepare: Gives it its descriptors 0, 1 and 2.
/// - Returns: Its process number; nil where it cannot be started.
func spawn(
  _ command: [String], _ environment: [String: String], inNewSession: Bool = false,
  _ prepare: (inout posix_spawn_file_actions_t) -> Void
) -> pid_t? {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  prepare(&actions)
  // Those that are not open are passed over.
  for descriptor in 3..<Int32(1024) { posix_spawn_file_actions_addclose(&actions, descriptor) }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // Of Linux (spawn.h); glibc's module leaves them out.
  let (setMask, newSession): (Int16, Int16) = (0x08, 0x80)
  posix_spawnattr_setflags(&attributes, inNewSession ? setMask | newSession : setMask)
  // The threads of a test run block signals, which a program started by them would go on to do.
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  let words = command.map { strdup($0) } + [nil]
  let settings = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { for text in words + settings { free(text) } }
  var process: pid_t = 0
  let trouble = posix_spawn(&process, command[0], &actions, &attributes, words, settings)
  return trouble == 0 ? process : nil
}

/// Runs a line of the shell to its end and gives its status and what it printed; what it says of its troubles
/// is dropped.
func shell(_ line: String) -> (status: Int32, output: String) {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return (-1, "") }
  defer { close(ends[0]) }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  let process = spawn(["/bin/sh", "-c", line], ProcessInfo.processInfo.environment) { actions in
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  }
  close(ends[1])
  guard let process else { return (-1, "") }
  var output: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = read(ends[0], &buffer, buffer.count)
    if count > 0 {
      output += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      break
    }
  }
  var result: Int32 = 0
  while waitpid(process, &result, 0) < 0, errno == EINTR {}
  return (result >> 8 & 0xFF, String(decoding: output, as: UTF8.self))
}

/// A command as the shell takes it.
func quoted(_ command: [String]) -> String {
  command.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }
    .joined(separator: " ")
}

/// Runs a program and gives what it printed.
@discardableResult
public func output(of command: [String]) -> String { shell(quoted(command)).output }
