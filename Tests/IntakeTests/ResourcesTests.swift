import Resources
import Testing

/// The data files inside the program are those in the repository.
struct ResourcesTests {
  @Test(arguments: [
    "activities.yaml", "bureau.yaml", "checklists.yaml", "expiries.yaml", "holidays.tsv",
    "pinyin.txt",
  ])
  func embedded(_ name: String) throws {
    let resource = try #require(xj_resource_named(name)?.pointee)

    #expect(
      Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
        == (try Samples.bytes(name)))
  }

  @Test func noOther() {
    #expect(xj_resource_named("bureau") == nil)
    #expect(xj_resource_named("") == nil)
  }
}
