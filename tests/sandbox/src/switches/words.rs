//! The words each switch understands, one enum per switch.

use super::value::words;

words! {
    /// Which cross-origin answers carry `Access-Control-Allow-Origin`.
    Cors {
        /// None: the browser hides every answer.
        Off = "off",
        /// As Zendesk Support documents it: on 200, 201, 204 and 404 only.
        SupportLike = "support-like",
        /// Every answer, errors included.
        Full = "full",
    }
}

words! {
    /// How a CORS preflight is answered while [`Cors`] is not off.
    Preflight {
        /// 204 with the allow lists.
        Allow = "allow",
        /// 405, so the request proper is never sent.
        Refuse = "refuse",
        /// 204 without `Access-Control-Allow-Headers`, so `Authorization` is not allowed.
        NoHeaders = "no-headers",
        /// 204 without `Access-Control-Allow-Origin`.
        NoOrigin = "no-origin",
        /// A redirect, which the Fetch standard forbids for preflights.
        Redirect = "redirect",
    }
}

words! {
    /// The letters of `token_type` in the fragment.
    TokenTypeCase {
        /// `bearer`, as Sell documents.
        Lower = "bearer",
        /// `Bearer`, as RFC 6750 spells it.
        Capital = "Bearer",
    }
}

words! {
    /// When the fragment names the scope.
    ScopeField {
        /// Only when it differs from the default or from what was asked.
        WhenDifferent = "when-different",
        /// Always.
        Always = "always",
        /// Never, even when it differs (breaks RFC 6749 §4.2.2).
        Never = "never",
    }
}

words! {
    /// What separates scopes in the fragment.
    ScopeSeparator {
        /// A space as `+`.
        Plus = "+",
        /// A space as `%20`.
        Percent20 = "%20",
    }
}

words! {
    /// The order of the fields in the fragment.
    FieldOrder {
        /// As documented, with `state` last.
        Documented = "documented",
        /// The documented order backwards.
        Reversed = "reversed",
        /// By name.
        Alphabetical = "alphabetical",
    }
}

words! {
    /// What is granted when the person allows.
    Granted {
        /// What was ticked.
        Consented = "consented",
        /// The first of the ticked scopes only.
        Reduced = "reduced",
        /// What was ticked and `sync`, which nobody asked for.
        Wider = "wider",
    }
}

words! {
    /// The form of `expires_in` in the fragment.
    ExpiresIn {
        /// Seconds, as it should be.
        Seconds = "seconds",
        /// Left out.
        Absent = "absent",
        /// `0`.
        Zero = "zero",
        /// `-1`.
        Negative = "negative",
        /// `soon`, not a number.
        Text = "text",
    }
}

words! {
    /// Where an implicit-grant error is put.
    ErrorIn {
        /// In the fragment (RFC 6749 §4.2.2.1).
        Fragment = "fragment",
        /// In the query, as one widely used server does.
        Query = "query",
    }
}

words! {
    /// Whether `http:` redirect URIs on a loopback host are accepted.
    LocalhostRedirect {
        /// They are.
        Allow = "allow",
        /// They are refused, registered or not.
        Refuse = "refuse",
    }
}

words! {
    /// The names of the token info fields.
    InfoShape {
        /// `scopes` and `expires_in_seconds`.
        Dk4 = "dk4",
        /// `scope` and `expires_in`.
        Dk5 = "dk5",
    }
}

words! {
    /// The form of the scope in token info.
    InfoScope {
        /// A list of texts.
        List = "list",
        /// One text, separated by spaces.
        Text = "text",
        /// Left out.
        Absent = "absent",
    }
}

words! {
    /// Where token info takes the token from.
    InfoTransport {
        /// The `Authorization` header only.
        Header = "header",
        /// The header, or `?access_token=` / `?bearer_token=`.
        HeaderAndQuery = "header+query",
    }
}

words! {
    /// How token info refuses a token that is unknown, expired or revoked.
    InfoInvalid {
        /// 401 and a flat `invalid_token`.
        InvalidToken = "invalid_token",
        /// 401 and a flat `invalid_request`.
        InvalidRequest = "invalid_request",
        /// 401 and the REST error envelope.
        Envelope = "envelope",
    }
}

words! {
    /// What token info says about the application the token belongs to.
    InfoApplication {
        /// `{"uid": <client id>}`.
        Named = "named",
        /// No `application` at all.
        Absent = "absent",
        /// The id of another client.
        OtherClient = "other-client",
        /// `application` is null.
        Null = "null",
        /// `uid` is null.
        UidNull = "uid-null",
        /// `uid` is a number.
        UidNumber = "uid-number",
        /// `uid` is a list holding the client id.
        UidList = "uid-list",
        /// `uid` in capital letters.
        UidUpper = "uid-upper",
        /// `uid` with a space behind it.
        UidPadded = "uid-padded",
    }
}

words! {
    /// What token info says about the application of a personal token.
    InfoPersonal {
        /// `uid` is null, as Doorkeeper writes it for a token without application.
        UidNull = "uid-null",
        /// `application` is null.
        Null = "null",
        /// No `application` at all.
        Absent = "absent",
    }
}

words! {
    /// The form of `resource_owner_id`.
    OwnerId {
        /// A JSON number.
        Number = "number",
        /// A JSON text.
        Text = "text",
        /// Left out.
        Absent = "absent",
    }
}

words! {
    /// How a client may authenticate at the token endpoint.
    TokenAuth {
        /// By `Authorization: Basic` only.
        Basic = "basic",
        /// Or by `client_id` and `client_secret` in the body.
        BasicAndBody = "basic+body",
    }
}

words! {
    /// What a caller of the revocation endpoint must show.
    RevokeAuth {
        /// The client id and its secret, by Basic or in the body.
        Secret = "secret",
        /// The client id of the token's application, in the body.
        ClientId = "client_id",
        /// A live bearer token of the same application and person.
        Bearer = "bearer",
        /// Nothing.
        None = "none",
    }
}

words! {
    /// How a caller who may not revoke is told so.
    RevokeRefusal {
        /// 401 `invalid_client`.
        InvalidClient = "invalid_client",
        /// 403 `unauthorized_client`.
        UnauthorizedClient = "unauthorized_client",
        /// 200 as if it had worked; nothing is revoked.
        Silent = "silent",
    }
}

words! {
    /// The success answer of the revocation endpoint.
    RevokeSuccess {
        /// 200 with `{}`.
        Json = "json",
        /// 200 with an empty body.
        Empty = "empty",
        /// 204.
        NoContent = "204",
    }
}

words! {
    /// The form of `X-Request-Id` and `meta.logref`.
    Logref {
        /// A version 4 UUID.
        Uuid = "uuid",
        /// Four groups of five base-36 characters.
        Groups = "groups",
    }
}

words! {
    /// The body of a 429.
    RateLimitBody {
        /// The REST error envelope.
        Envelope = "envelope",
        /// Plain text, as a gateway would write.
        Text = "text",
    }
}

words! {
    /// The cross-origin headers of the second origin.
    OtherCors {
        /// Every origin, method and header is allowed.
        Full = "full",
        /// None are sent.
        Off = "off",
    }
}
