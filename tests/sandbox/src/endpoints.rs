//! What the sandbox answers to, for the front page; a test asks the router for each of them.

/// One line of the endpoint table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Endpoint {
    pub(crate) path: &'static str,
    pub(crate) methods: &'static str,
    /// The scope it needs, reading and writing; empty when it needs no token.
    pub(crate) scope: &'static str,
    pub(crate) about: &'static str,
}

const fn endpoint(
    path: &'static str,
    methods: &'static str,
    scope: &'static str,
    about: &'static str,
) -> Endpoint {
    Endpoint {
        path,
        methods,
        scope,
        about,
    }
}

/// Every endpoint of the site.
pub(crate) const ENDPOINTS: &[Endpoint] = &[
    endpoint("/", "GET", "", "This page"),
    endpoint("/login", "GET, POST", "", "Signs a user in"),
    endpoint("/logout", "POST", "", "Signs the user out"),
    endpoint(
        "/oauth2/authorize",
        "GET, POST",
        "",
        "Asks for consent, then redirects with a code or a token",
    ),
    endpoint(
        "/oauth2/token",
        "POST",
        "",
        "Gives a token for a code, a password or a refresh token",
    ),
    endpoint(
        "/oauth2/token/info",
        "GET",
        "any token",
        "Says what a token is worth",
    ),
    endpoint("/oauth2/revoke", "POST", "", "Ends a token"),
    endpoint(
        "/settings/oauth/apps",
        "GET, POST",
        "",
        "Applications: list, register; for administrators",
    ),
    endpoint(
        "/settings/oauth/app",
        "GET",
        "",
        "One application and its tokens",
    ),
    endpoint(
        "/settings/oauth/app/redirect-uris",
        "POST",
        "",
        "Replaces the redirect URIs",
    ),
    endpoint(
        "/settings/oauth/app/delete",
        "POST",
        "",
        "Deletes the application; its tokens end",
    ),
    endpoint(
        "/settings/oauth/app/revoke",
        "POST",
        "",
        "Revokes one of its tokens",
    ),
    endpoint(
        "/settings/oauth/tokens",
        "GET, POST",
        "",
        "Personal tokens: list, make; for administrators",
    ),
    endpoint(
        "/settings/oauth/tokens/revoke",
        "POST",
        "",
        "Revokes a personal token",
    ),
    endpoint("/v2/accounts/self", "GET", "profile", "The account"),
    endpoint("/v2/users", "GET", "profile", "The users"),
    endpoint(
        "/v2/users/self",
        "GET",
        "profile",
        "The user the token belongs to",
    ),
    endpoint("/v2/users/{id}", "GET", "profile", "One user"),
    endpoint(
        "/v2/contacts",
        "GET, POST",
        "read / write",
        "Contacts: list, create",
    ),
    endpoint(
        "/v2/contacts/{id}",
        "GET, PUT, DELETE",
        "read / write",
        "One contact",
    ),
    endpoint(
        "/v2/deals",
        "GET, POST",
        "read / write",
        "Deals: list, create",
    ),
    endpoint(
        "/v2/deals/{id}",
        "GET, PUT, DELETE",
        "read / write",
        "One deal",
    ),
];
