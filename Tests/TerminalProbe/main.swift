// Shows the driver to the tests: `keys LOG` writes each key to a file, `fuzz FILE` draws random frames and
// writes the rows they should leave on the screen.

import Canvas
import Foundation
import Terminal

let arguments = CommandLine.arguments
let file = URL(fileURLWithPath: arguments.count > 2 ? arguments[2] : "/dev/null")

do {
  let driver = try TerminalDriver(
    log: file.path + ".log", farewell: "probe: stopped unexpectedly\n")
  defer { driver.close() }
  switch arguments.count > 1 ? arguments[1] : "" {
  case "keys": logKeys(driver, file)
  case "fuzz": fuzz(driver, file)
  default: break
  }
} catch {
  print(error.message.en)
  exit(64)
}
