import GRDB

/// The tables of a ledger.
///
/// The journal is the truth and is never altered by a later version. Registers are a cache: when their
/// text here changes, they are dropped and folded anew from the journal.
enum Schema {
  /// Marks the file as a ledger in SQLite's header (`xunj`).
  static let applicationID = 0x7875_6E6A
  /// The format of journal and drafts.
  static let version = 1

  static let journal = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE journal (
      n INTEGER PRIMARY KEY AUTOINCREMENT,
      line TEXT NOT NULL,
      hash BLOB NOT NULL,
      signature BLOB,
      device TEXT GENERATED ALWAYS AS (line ->> 'device') VIRTUAL,
      seq INTEGER GENERATED ALWAYS AS (line ->> 'seq') VIRTUAL,
      at TEXT GENERATED ALWAYS AS (line ->> 'at') VIRTUAL,
      subject TEXT GENERATED ALWAYS AS (line ->> 'subject') VIRTUAL
    );
    CREATE UNIQUE INDEX journal_sequence ON journal (device, seq);
    CREATE INDEX journal_subject ON journal (subject, n);
    CREATE TRIGGER journal_never_updated BEFORE UPDATE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER journal_never_deleted BEFORE DELETE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TABLE draft (
      occurrence TEXT PRIMARY KEY, owner TEXT NOT NULL, saved TEXT NOT NULL, value TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  /// One row a subject; `value` is the folded subject, and what is searched is generated from it. The
  /// first line counts up when subjects are folded or written otherwise than before.
  static let registers = """
    -- Folded values, form 18.
    CREATE TABLE master (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX master_kind ON master (kind, id);
    CREATE TABLE checklist (
      id TEXT NOT NULL, hash TEXT NOT NULL, value TEXT NOT NULL, outline TEXT NOT NULL,
      present INTEGER NOT NULL, PRIMARY KEY (id, hash)
    );
    CREATE TABLE alert (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE occurrence (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE exemption (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE notice (
      id TEXT PRIMARY KEY, value TEXT NOT NULL, open INTEGER NOT NULL
    );
    CREATE TABLE number (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE duty (
      id TEXT PRIMARY KEY, value TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL
    );
    CREATE INDEX duty_last ON duty (last);
    CREATE TABLE activity (
      id TEXT PRIMARY KEY, value TEXT NOT NULL, day TEXT NOT NULL, open INTEGER NOT NULL
    );
    CREATE INDEX activity_day ON activity (day);
    CREATE INDEX activity_open ON activity (open);
    CREATE TABLE incident (
      id TEXT PRIMARY KEY, value TEXT NOT NULL, at TEXT NOT NULL, open INTEGER NOT NULL
    );
    CREATE TABLE nilReport (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE expiry (
      id TEXT PRIMARY KEY, value TEXT NOT NULL, until TEXT NOT NULL, open INTEGER NOT NULL
    );
    CREATE INDEX expiry_until ON expiry (open, until);
    CREATE TABLE rule (id TEXT PRIMARY KEY, value TEXT NOT NULL, open INTEGER NOT NULL);
    CREATE TABLE goal (
      id TEXT PRIMARY KEY, value TEXT NOT NULL, due TEXT NOT NULL, open INTEGER NOT NULL
    );
    CREATE INDEX goal_due ON goal (open, due);
    CREATE TABLE assessment (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE asset (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE shortcoming (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE vehicle (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE driver (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE trip (
      id TEXT PRIMARY KEY, value TEXT NOT NULL, open INTEGER NOT NULL, vehicle TEXT NOT NULL,
      at TEXT NOT NULL
    );
    CREATE INDEX trip_open ON trip (open);
    CREATE INDEX trip_vehicle ON trip (vehicle, at);
    CREATE TABLE entry (id TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE INDEX journal_decider ON journal (line ->> '$.for.person')
      WHERE line ->> '$.for.person' IS NOT NULL;
    CREATE INDEX journal_entered ON journal (line ->> 'act')
      WHERE line ->> '$.for.person' IS NOT NULL;
    CREATE TABLE inspection (
      id TEXT PRIMARY KEY, value TEXT NOT NULL, brief TEXT NOT NULL,
      standing INTEGER GENERATED ALWAYS AS (value ->> 'withdrawn' IS NULL) VIRTUAL,
      occurrence TEXT GENERATED ALWAYS AS
        ((brief ->> '$.occurrence.plan') || '/' || (brief ->> '$.occurrence.place') || '/'
          || (brief ->> '$.occurrence.period')) VIRTUAL,
      round TEXT GENERATED ALWAYS AS
        ((brief ->> '$.occurrence.plan') || '/' || (brief ->> '$.occurrence.period')) VIRTUAL,
      place TEXT GENERATED ALWAYS AS (brief ->> '$.occurrence.place') VIRTUAL,
      walked TEXT GENERATED ALWAYS AS (brief ->> 'walked') VIRTUAL,
      latest TEXT GENERATED ALWAYS AS (coalesce(value ->> 'changed', value ->> 'recorded')) VIRTUAL
    );
    CREATE INDEX inspection_occurrence ON inspection (occurrence);
    CREATE INDEX inspection_round ON inspection (round);
    CREATE INDEX inspection_walked ON inspection (walked);
    CREATE INDEX inspection_latest ON inspection (latest);
    CREATE INDEX inspection_place ON inspection (place, walked);
    CREATE TABLE hazard (
      id TEXT PRIMARY KEY, value TEXT NOT NULL,
      rank TEXT NOT NULL, state TEXT NOT NULL, open INTEGER NOT NULL, waiting INTEGER NOT NULL,
      listed INTEGER NOT NULL, severity TEXT NOT NULL, category TEXT NOT NULL,
      place TEXT NOT NULL, text TEXT NOT NULL, section TEXT NOT NULL, person TEXT NOT NULL,
      deadline TEXT NOT NULL, reported TEXT NOT NULL, stepped TEXT NOT NULL,
      inspection TEXT NOT NULL,
      due TEXT GENERATED ALWAYS AS (coalesce(nullif(deadline, ''), '9999-99-99')) VIRTUAL
    );
    CREATE INDEX hazard_urgency ON hazard (open, waiting DESC, due, rank, id, severity);
    CREATE INDEX hazard_deadline ON hazard (open, due, rank, id);
    CREATE INDEX hazard_number ON hazard (open, rank, id);
    CREATE INDEX hazard_section ON hazard (open, section, due, rank, id);
    CREATE INDEX hazard_state ON hazard (state, rank);
    CREATE INDEX hazard_place ON hazard (place, open);
    CREATE INDEX hazard_inspection ON hazard (inspection);
    CREATE INDEX hazard_reported ON hazard (reported);
    """

  static let registerTables = [
    "master", "checklist", "alert", "occurrence", "exemption", "entry", "inspection", "hazard",
    "notice", "number", "duty", "activity", "incident", "nilReport",
    "expiry", "rule", "goal", "shortcoming", "assessment", "vehicle", "driver", "trip", "asset",
  ]

  /// What finds the acts entered for another in the journal, made and dropped with the registers.
  static let journalIndexes = ["journal_decider", "journal_entered"]

  static func dropRegisters(_ database: Database) throws {
    for table in registerTables { try database.execute(sql: "DROP TABLE IF EXISTS \(table)") }
    for index in journalIndexes { try database.execute(sql: "DROP INDEX IF EXISTS \(index)") }
  }
}
