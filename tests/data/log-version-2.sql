-- A log as version 2 of the tables wrote it: a baby, two things said (one taken back), a wrapped-up session, one that
-- was cut off, one that was discarded. Never changed: every later version opens this file.
PRAGMA application_id = 1112372071;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE baby (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    born TEXT NOT NULL,
    due TEXT,
    navel_healed INTEGER NOT NULL,
    doctor_yes_on TEXT,
    early_start INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
INSERT INTO "baby" VALUES('32823fb7-c397-5991-8b20-2e2f795a1ebb','Ada','2025-03-01','2025-04-10',1,'2025-05-20',1,'2025-06-01T12:00:00.000000+00:00',NULL);
CREATE TABLE said (
    id TEXT NOT NULL PRIMARY KEY,
    baby_id TEXT NOT NULL REFERENCES baby (id),
    subject TEXT NOT NULL,
    answer TEXT NOT NULL,
    said_at TEXT NOT NULL,
    said_by TEXT NOT NULL,
    note TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
INSERT INTO "said" VALUES('c5c6ce90-5b02-5146-af28-d7a3e819e034','32823fb7-c397-5991-8b20-2e2f795a1ebb','W-01','fed','2025-06-01T12:00:00.000000+00:00','','','2025-06-01T12:00:00.000000+00:00',NULL);
INSERT INTO "said" VALUES('ae9a5999-3f52-5c86-afad-ba57db381151','32823fb7-c397-5991-8b20-2e2f795a1ebb','W-01','fed','2025-06-01T12:00:00.000000+00:00','','','2025-06-01T12:00:00.000000+00:00','2025-06-01T12:00:00.000000+00:00');
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    baby_id TEXT NOT NULL REFERENCES baby (id),
    kind TEXT NOT NULL,
    routine_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    target_minutes INTEGER NOT NULL,
    planned_seconds REAL NOT NULL,
    active_seconds REAL NOT NULL,
    last_seen_at TEXT,
    ended_at TEXT,
    ending TEXT,
    mood TEXT,
    note TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    plan TEXT NOT NULL
) STRICT;
INSERT INTO "session" VALUES('5ae87c4e-df46-5e92-b929-10d216bd09b5','32823fb7-c397-5991-8b20-2e2f795a1ebb','massage','everyday','2025-06-01T12:00:00.000000+00:00',120,3,180.0,20.0,'2025-06-01T12:01:00.000000+00:00','2025-06-01T12:01:00.000000+00:00','finished','calm','smiled','2025-06-01T12:00:00.000000+00:00',NULL,'{"steps": ["leg-milking"]}');
INSERT INTO "session" VALUES('2f08e8d1-19f3-59aa-90a6-72d00b90ee01','32823fb7-c397-5991-8b20-2e2f795a1ebb','massage','everyday','2025-06-02T12:00:00.000000+00:00',120,3,180.0,12.5,'2025-06-02T12:00:30.000000+00:00',NULL,NULL,NULL,'','2025-06-02T12:00:30.000000+00:00',NULL,'{"steps": ["leg-milking"]}');
INSERT INTO "session" VALUES('630bd051-5cb0-5e16-a6d3-002d926ef159','32823fb7-c397-5991-8b20-2e2f795a1ebb','massage','everyday','2025-06-03T12:00:00.000000+00:00',120,3,180.0,0.0,NULL,NULL,NULL,NULL,'','2025-06-01T12:00:00.000000+00:00','2025-06-01T12:00:00.000000+00:00','{"steps": ["leg-milking"]}');
CREATE TABLE step (
    id TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL,
    step_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    seconds REAL NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    UNIQUE (session_id, position)
) STRICT;
INSERT INTO "step" VALUES('79d0c666-7337-5ea4-b6a2-311ee2f5137f','5ae87c4e-df46-5e92-b929-10d216bd09b5',0,'leg-milking','done',12.5,'2025-06-01T12:00:30.000000+00:00',NULL);
INSERT INTO "step" VALUES('b59bdbc7-080a-5db8-980d-f17637655b07','5ae87c4e-df46-5e92-b929-10d216bd09b5',1,'arm-milking','skipped',7.5,'2025-06-01T12:00:40.000000+00:00',NULL);
INSERT INTO "step" VALUES('4d494beb-0c31-5db0-9fb0-786710979c41','2f08e8d1-19f3-59aa-90a6-72d00b90ee01',0,'leg-milking','done',12.5,'2025-06-02T12:00:30.000000+00:00',NULL);
COMMIT;
