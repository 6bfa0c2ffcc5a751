import Foundation
import Testing

@testable import xunjian

/// What the kernel's list of mounts says of a ledger's folder.
struct MountsTests {
  /// In the form of proc(5): device, folder, kind, options; blanks in names written in octal.
  private let list = """
    /dev/sda1 / ext4 rw,relatime 0 0
    tmpfs /run tmpfs rw,nosuid 0 0
    server:/export /srv/group nfs4 rw,vers=4.2 0 0
    /dev/sdb1 /srv/group/local ext4 rw 0 0
    //server/share /mnt/safety\\040share cifs rw,vers=3.1.1 0 0
    sshfs#me@host: /home/me/far fuse.sshfs rw 0 0
    /dev/sdc1 /media/stick vfat rw 0 0
    server:/other /media/stick nfs rw 0 0
    """

  @Test(arguments: [
    ("/", "ext4", false),
    ("/home/me", "ext4", false),
    ("/srv/group", "nfs4", true),
    ("/srv/group/2026", "nfs4", true),
    ("/srv/groups", "ext4", false),
    ("/srv/group/local/a", "ext4", false),
    ("/mnt/safety share/x", "cifs", true),
    ("/home/me/far", "fuse.sshfs", true),
    ("/media/stick", "nfs", true),
  ])
  func kinds(_ row: (folder: String, kind: String, isNetwork: Bool)) {
    let kind = Mounts.kind(of: row.folder, in: list)
    #expect(kind == row.kind)
    #expect(Mounts.isNetwork(kind ?? "") == row.isNetwork)
  }

  /// The machine's own list is read: the root folder is on something.
  @Test func ofThisMachine() throws {
    #expect(Mounts.kind(of: "/proc") == "proc")
    #expect(Mounts.warning(of: "/proc/ledger.db") == nil)
  }
}
