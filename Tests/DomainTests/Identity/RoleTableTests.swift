import Domain
import TestSupport
import Testing

/// The table of roles and acts, cell by cell, against the one written out by hand.
struct RoleTableTests {
  @Test func theTableNamesEveryActAndRole() {
    #expect(RoleTable.rows.map(\.act) == Act.allCases.map(\.rawValue))
    #expect(RoleTable.roles == Role.allCases.map(\.rawValue))
  }

  @Test(arguments: Act.allCases)
  func cells(_ act: Act) {
    for role in Role.allCases {
      let person = Person(id: "one", name: "One", roles: [role])
      #expect(
        person.may(act) == RoleTable.roles(of: act.rawValue).contains(role.rawValue), "\(role)")
    }
  }

  /// Who sees all changes nothing, whatever acts are added.
  @Test func anObserverMayDoNothing() {
    let observer = Person(id: "one", name: "One", roles: [.observer])
    #expect(Act.allCases.filter(observer.may).isEmpty)
  }
}
