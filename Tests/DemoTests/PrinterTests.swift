import Testing

@testable import xunjian

/// What CUPS is told, in the words of lp(1).
struct PrinterTests {
  @Test func options() {
    #expect(
      Printer.options(.a4, on: nil, copies: 1, isDuplex: false)
        == ["-o", "media=A4", "-o", "print-scaling=none"])
    #expect(
      Printer.options(.a3, on: "office", copies: 3, isDuplex: true) == [
        "-o", "media=A3", "-o", "print-scaling=none", "-n", "3", "-o",
        "sides=two-sided-long-edge", "-d", "office",
      ])
  }
}
