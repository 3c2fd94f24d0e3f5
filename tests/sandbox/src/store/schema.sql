-- What the sandbox keeps. No token, session id, client secret or password is here in clear:
-- columns called `digest` hold SHA-256, `password_hash` holds argon2id.

CREATE TABLE users (
    id            INTEGER PRIMARY KEY,
    email         TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL,
    password_hash TEXT NOT NULL
);

CREATE TABLE clients (
    client_id     TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    secret_digest TEXT NOT NULL,
    scopes        TEXT NOT NULL,
    grants        TEXT NOT NULL,
    description   TEXT NOT NULL,
    website_url   TEXT NOT NULL,
    logo_url      TEXT NOT NULL,
    terms_url     TEXT NOT NULL
);

CREATE TABLE redirect_uris (
    client_id TEXT NOT NULL REFERENCES clients ON DELETE CASCADE,
    uri       TEXT NOT NULL,
    PRIMARY KEY (client_id, uri)
);

CREATE TABLE sessions (
    digest     TEXT PRIMARY KEY,
    user_id    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);

CREATE TABLE tokens (
    digest         TEXT PRIMARY KEY,
    refresh_digest TEXT UNIQUE,
    -- What the refresh token opens, however narrow the access token beside it.
    refresh_scope  TEXT,
    -- NULL for a personal token, which belongs to no application.
    client_id      TEXT REFERENCES clients ON DELETE CASCADE,
    -- What a personal token was made for.
    note           TEXT NOT NULL,
    user_id        INTEGER NOT NULL,
    scope          TEXT NOT NULL,
    -- What all tokens of one consent share: the digest of the code or of the first access token.
    grant_digest   TEXT NOT NULL,
    -- The token this one was refreshed from, until its first use ends it.
    replaces       TEXT,
    issued_at      INTEGER NOT NULL,
    expires_at     INTEGER,
    revoked_at     INTEGER
);

CREATE INDEX tokens_of_a_grant ON tokens (grant_digest);
CREATE INDEX tokens_of_a_client ON tokens (client_id);

-- Authorization codes; a used one stays, so that its second use is noticed.
CREATE TABLE codes (
    digest       TEXT PRIMARY KEY,
    client_id    TEXT NOT NULL REFERENCES clients ON DELETE CASCADE,
    user_id      INTEGER NOT NULL,
    scope        TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    expires_at   INTEGER NOT NULL,
    used_at      INTEGER
);

-- Every REST resource, one row per record; `data` is the JSON the API shows. `parent` is the id
-- of the record this one is nested in, and 0 where it is not.
CREATE TABLE records (
    resource TEXT NOT NULL,
    parent   INTEGER NOT NULL DEFAULT 0,
    id       INTEGER NOT NULL,
    version  INTEGER NOT NULL DEFAULT 1,
    data     TEXT NOT NULL,
    PRIMARY KEY (resource, parent, id)
);

-- What lists are sorted and filtered by most, and what deletions look for.
CREATE INDEX records_updated_at ON records (resource, json_extract(data, '$.updated_at'), id);
CREATE INDEX records_id ON records (resource, id);
CREATE INDEX records_last_name
    ON records (resource, json_extract(data, '$.last_name') COLLATE NOCASE, id);
CREATE INDEX records_name ON records (resource, json_extract(data, '$.name') COLLATE NOCASE);
CREATE INDEX records_contact_id ON records (resource, json_extract(data, '$.contact_id'));
CREATE INDEX records_deal_id ON records (resource, json_extract(data, '$.deal_id'));
CREATE INDEX records_organization_id
    ON records (resource, json_extract(data, '$.organization_id'));
CREATE INDEX records_resource_id ON records (resource, json_extract(data, '$.resource_id'));

-- The last id of each resource, so that the id of a deleted record is not given again.
CREATE TABLE last_ids (
    resource TEXT PRIMARY KEY,
    id       INTEGER NOT NULL
);

-- What happened to the records, for the event stream; the oldest events go.
CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    resource TEXT NOT NULL,
    id       INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    type     TEXT NOT NULL,
    cause    TEXT NOT NULL,
    at       TEXT NOT NULL,
    data     TEXT NOT NULL,
    previous TEXT
);
CREATE INDEX events_resource ON events (resource, sequence);

-- Devices that keep a copy by the Sync API: the session each is in, and how far it has read.
CREATE TABLE sync_devices (
    device   TEXT PRIMARY KEY,
    session  TEXT NOT NULL UNIQUE,
    started  INTEGER NOT NULL,
    resource TEXT NOT NULL,
    id       INTEGER NOT NULL
);

-- Which version of which record each device has said it has.
CREATE TABLE sync_acks (
    device   TEXT NOT NULL REFERENCES sync_devices ON DELETE CASCADE,
    resource TEXT NOT NULL,
    id       INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    PRIMARY KEY (device, resource, id)
) WITHOUT ROWID;
