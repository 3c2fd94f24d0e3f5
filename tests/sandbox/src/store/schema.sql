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
    implicit      INTEGER NOT NULL
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
    client_id      TEXT NOT NULL REFERENCES clients ON DELETE CASCADE,
    user_id        INTEGER NOT NULL,
    scope          TEXT NOT NULL,
    issued_at      INTEGER NOT NULL,
    expires_at     INTEGER,
    revoked_at     INTEGER
);

-- Every REST resource, one row per record; `data` is the JSON the API shows.
CREATE TABLE records (
    resource TEXT NOT NULL,
    id       INTEGER NOT NULL,
    version  INTEGER NOT NULL DEFAULT 1,
    data     TEXT NOT NULL,
    PRIMARY KEY (resource, id)
);
