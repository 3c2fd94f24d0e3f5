//! The pages and the authorization server as a table: for the front page, and for OpenAPI.

/// One method of one path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Endpoint {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    /// What it does, as a sentence without a full stop.
    pub(crate) about: &'static str,
    /// What opens it.
    pub(super) access: Access,
    /// The number in the path, if there is one.
    pub(super) in_path: Option<&'static str>,
    /// Parameters of the query.
    pub(super) query: &'static [Parameter],
    /// Fields of the form it takes.
    pub(super) form: &'static [Parameter],
    /// What it may answer.
    pub(super) answers: &'static [Answer],
}

/// What a caller must show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Nothing.
    Open,
    /// The session cookie of a person who signed in.
    Session,
    /// An access token, whatever its scope.
    AnyToken,
    /// Client id and secret.
    Client,
}

/// A parameter of a query, or a field of a form.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parameter {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) about: &'static str,
}

/// A status and what comes with it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer {
    pub(super) status: &'static str,
    pub(super) about: &'static str,
    pub(super) content: Content,
}

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    None,
    /// A body of this media type, with no more to say.
    Of(&'static str),
    /// JSON of this schema.
    Json(&'static str),
}

const HTML: Content = Content::Of("text/html");

const fn needed(name: &'static str, about: &'static str) -> Parameter {
    let required = true;
    Parameter {
        name,
        required,
        about,
    }
}

const fn optional(name: &'static str, about: &'static str) -> Parameter {
    let required = false;
    Parameter {
        name,
        required,
        about,
    }
}

const fn answer(status: &'static str, about: &'static str, content: Content) -> Answer {
    Answer {
        status,
        about,
        content,
    }
}

const PAGE: Answer = answer("200", "The page.", HTML);
const SEE_OTHER: Answer = answer(
    "303",
    "Done, or sign in first; `Location` says where to go on.",
    Content::None,
);
const BAD_FORM: Answer = answer("400", "The form cannot be read.", HTML);
const FORGED: Answer = answer(
    "403",
    "The form is not ours, or the person is not an administrator.",
    HTML,
);
const OAUTH_ERROR: Answer = answer(
    "400",
    "The request cannot be granted; `error` says why.",
    Content::Json("OAuthError"),
);
const REFUSED: Answer = answer(
    "401",
    "The client or the token is not accepted.",
    Content::Json("OAuthError"),
);
const CSRF: Parameter = needed("csrf", "The anti-forgery token of the page.");
const CLIENT_ID: Parameter = needed("client_id", "The application.");

impl Endpoint {
    const fn get(path: &'static str, about: &'static str, answers: &'static [Answer]) -> Self {
        Self {
            method: "get",
            path,
            about,
            access: Access::Open,
            in_path: None,
            query: &[],
            form: &[],
            answers,
        }
    }

    const fn post(path: &'static str, about: &'static str, answers: &'static [Answer]) -> Self {
        Self {
            method: "post",
            ..Self::get(path, about, answers)
        }
    }

    const fn opened_by(self, access: Access) -> Self {
        Self { access, ..self }
    }

    const fn path_parameter(self, name: &'static str) -> Self {
        let in_path = Some(name);
        Self { in_path, ..self }
    }

    const fn query(self, query: &'static [Parameter]) -> Self {
        Self { query, ..self }
    }

    const fn form(self, form: &'static [Parameter]) -> Self {
        Self { form, ..self }
    }
}

const AUTHORIZATION_REQUEST: &[Parameter] = &[
    needed("response_type", "`token` or `code`."),
    CLIENT_ID,
    optional(
        "redirect_uri",
        "One of the registered addresses, exactly; needed when there are several.",
    ),
    optional(
        "scope",
        "Scopes separated by spaces; the application's when absent.",
    ),
    optional("state", "Comes back unchanged."),
];

/// The authorization server (RFC 6749, RFC 7009).
pub(crate) const OAUTH: &[Endpoint] = &[
    Endpoint::get(
        "/oauth2/authorize",
        "Ask for consent, for a token or a code",
        &[
            answer("200", "The consent page.", HTML),
            answer(
                "303",
                "To the login, or to the redirect URI with an error.",
                Content::None,
            ),
            answer("400", "The client or the redirect URI is not known.", HTML),
        ],
    )
    .query(AUTHORIZATION_REQUEST),
    Endpoint::post(
        "/oauth2/authorize",
        "Decide on the consent page",
        &[
            answer(
                "303",
                "To the redirect URI, with the answer.",
                Content::None,
            ),
            BAD_FORM,
            FORGED,
        ],
    )
    .opened_by(Access::Session)
    .query(AUTHORIZATION_REQUEST)
    .form(&[
        CSRF,
        needed("decision", "`allow` or `deny`."),
        optional("scope", "A scope that stays ticked; may be repeated."),
    ]),
    Endpoint::post(
        "/oauth2/token",
        "Give a token for a code, a password or a refresh token",
        &[
            answer("200", "The tokens.", Content::Json("Token")),
            OAUTH_ERROR,
            REFUSED,
        ],
    )
    .opened_by(Access::Client)
    .form(&[
        needed(
            "grant_type",
            "`authorization_code`, `password` or `refresh_token`.",
        ),
        optional("code", "For `authorization_code`."),
        optional(
            "redirect_uri",
            "For `authorization_code`: as in the authorization request.",
        ),
        optional("username", "For `password`."),
        optional("password", "For `password`."),
        optional("refresh_token", "For `refresh_token`."),
        optional(
            "scope",
            "For `password` and `refresh_token`: no more than may be granted.",
        ),
    ]),
    Endpoint::get(
        "/oauth2/token/info",
        "Say what a token is worth",
        &[
            answer("200", "The token is good.", Content::Json("TokenInfo")),
            OAUTH_ERROR,
            REFUSED,
        ],
    )
    .opened_by(Access::AnyToken),
    Endpoint::post(
        "/oauth2/revoke",
        "End a token",
        &[
            answer(
                "200",
                "It is ended, or there was none.",
                Content::Json("Nothing"),
            ),
            OAUTH_ERROR,
            REFUSED,
        ],
    )
    .opened_by(Access::Client)
    .form(&[
        needed("token", "An access or a refresh token."),
        optional("token_type_hint", "`access_token` or `refresh_token`."),
        optional(
            "client_id",
            "Where client authentication goes into the body.",
        ),
        optional(
            "client_secret",
            "Where client authentication goes into the body.",
        ),
    ]),
];

/// The pages, and what belongs to them.
pub(crate) const PAGES: &[Endpoint] = &[
    Endpoint::get(
        "/",
        "Show users, applications, endpoints and switches",
        &[PAGE],
    ),
    Endpoint::get("/login", "Show the login", &[PAGE, SEE_OTHER]).query(&[optional(
        "next",
        "Where to go on; an address of this server.",
    )]),
    Endpoint::post("/login", "Sign a person in", &[SEE_OTHER, BAD_FORM, FORGED]).form(&[
        CSRF,
        needed("email", "The e-mail address."),
        needed("password", "The password."),
    ]),
    Endpoint::post(
        "/logout",
        "Sign the person out",
        &[SEE_OTHER, BAD_FORM, FORGED],
    )
    .opened_by(Access::Session)
    .form(&[CSRF]),
    Endpoint::get(
        "/settings/oauth/apps",
        "List the applications, for administrators",
        &[PAGE, SEE_OTHER, FORGED],
    )
    .opened_by(Access::Session),
    Endpoint::post(
        "/settings/oauth/apps",
        "Register an application",
        &[PAGE, SEE_OTHER, BAD_FORM, FORGED],
    )
    .opened_by(Access::Session)
    .form(&[
        CSRF,
        needed("name", "Its name."),
        needed("redirect_uris", "Its redirect URIs, one a line."),
    ]),
    Endpoint::get(
        "/settings/oauth/app",
        "Show an application and its tokens",
        &[PAGE, SEE_OTHER, FORGED],
    )
    .opened_by(Access::Session)
    .query(&[CLIENT_ID]),
    Endpoint::post(
        "/settings/oauth/app/redirect-uris",
        "Replace its redirect URIs",
        &[SEE_OTHER, BAD_FORM, FORGED],
    )
    .opened_by(Access::Session)
    .form(&[CSRF, CLIENT_ID, needed("redirect_uris", "One a line.")]),
    Endpoint::post(
        "/settings/oauth/app/delete",
        "Delete it and end its tokens",
        &[SEE_OTHER, BAD_FORM, FORGED],
    )
    .opened_by(Access::Session)
    .form(&[CSRF, CLIENT_ID, needed("sure", "`yes`.")]),
    Endpoint::post(
        "/settings/oauth/app/revoke",
        "Revoke one of its tokens",
        &[SEE_OTHER, BAD_FORM, FORGED],
    )
    .opened_by(Access::Session)
    .form(&[CSRF, CLIENT_ID, needed("token", "The row of the token.")]),
    Endpoint::get(
        "/settings/oauth/tokens",
        "List the personal tokens, for administrators",
        &[PAGE, SEE_OTHER, FORGED],
    )
    .opened_by(Access::Session),
    Endpoint::post(
        "/settings/oauth/tokens",
        "Make a personal token without end",
        &[PAGE, SEE_OTHER, BAD_FORM, FORGED],
    )
    .opened_by(Access::Session)
    .form(&[
        CSRF,
        optional("note", "What it is for."),
        optional("scope", "A scope; may be repeated."),
    ]),
    Endpoint::post(
        "/settings/oauth/tokens/revoke",
        "Revoke a personal token",
        &[SEE_OTHER, BAD_FORM, FORGED],
    )
    .opened_by(Access::Session)
    .form(&[CSRF, needed("token", "The row of the token.")]),
    Endpoint::get(
        "/documents/{id}/download",
        "Download a document, from an address the API gave",
        &[
            answer("200", "The document.", Content::Of("text/plain")),
            answer(
                "404",
                "The address does not work, or not any more.",
                Content::Json("Errors"),
            ),
        ],
    )
    .path_parameter("id")
    .query(&[
        needed("expires", "When the address ends."),
        needed("signature", "What makes it work."),
    ]),
    Endpoint::get(
        "/openapi.json",
        "Describe all this, as OpenAPI 3.1",
        &[answer(
            "200",
            "The description.",
            Content::Of("application/json"),
        )],
    ),
    Endpoint::get(
        "/assets/sandbox.css",
        "The style of the pages",
        &[answer("200", "The style sheet.", Content::Of("text/css"))],
    ),
    Endpoint::get(
        "/assets/icon.svg",
        "The icon of the pages",
        &[answer("200", "The icon.", Content::Of("image/svg+xml"))],
    ),
];
