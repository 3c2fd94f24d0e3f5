//! What the API can be asked, as data: the router is built from it, and so is whatever describes
//! the API to others.

mod protocols;

use axum::http::Method;

use super::resource::{Action, Field, Resource, resources};
use crate::oauth::scope::Scope;

/// One method of one path.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    pub(crate) method: Method,
    /// The path with parameters in braces: `/v2/deals/{id}`.
    pub(crate) path: String,
    pub(crate) scope: Scope,
    /// What it does, as a sentence without a full stop.
    pub(crate) summary: String,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) answer: Answer,
}

/// Where a parameter is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
}

/// One parameter of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parameter {
    /// The name; `custom_fields[…]` stands for a family of names.
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) required: bool,
    pub(crate) about: String,
}

/// The JSON a request carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// `{"data": {…}, "meta": {"type": kind}}` with the writable ones of these fields; the
    /// required ones need not be there when `partial`.
    Record {
        kind: &'static str,
        fields: &'static [Field],
        partial: bool,
    },
    /// An object of another shape, described in a sentence.
    Other(&'static str),
}

/// The answer of a request that succeeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) shape: Shape,
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `{"data": {…}, "meta": {"type": kind}}`
    Record {
        kind: &'static str,
        fields: &'static [Field],
    },
    /// `{"items": [{"data": {…}, "meta": {…}}, …], "meta": {"type": "collection", …}}`
    Records {
        kind: &'static str,
        fields: &'static [Field],
    },
    /// Nothing.
    Empty,
    /// JSON of another shape, described in a sentence.
    Other(&'static str),
}

/// Every operation of the API.
pub(crate) fn operations() -> impl Iterator<Item = Operation> {
    let actions = resources().flat_map(|resource| {
        let of = move |action: &Action| Operation::of(resource, *action);
        resource.actions.iter().map(of)
    });
    protocols::protocols().chain(actions)
}

impl Operation {
    /// The operation `action` of `resource`.
    fn of(resource: &'static Resource, action: Action) -> Self {
        let (method, path) = action.route(resource);
        let (kind, fields) = (resource.kind, resource.fields);
        let record = Shape::Record { kind, fields };
        let (status, shape) = match action {
            Action::List => (200, Shape::Records { kind, fields }),
            Action::Delete => (204, Shape::Empty),
            // 200, not 201, for a new record too (sell-api §9.2).
            Action::Show | Action::Create | Action::Update | Action::Upsert => (200, record),
        };
        Self {
            method,
            scope: action.scope(resource),
            summary: summary(resource, action),
            parameters: parameters(resource, action, &path),
            body: body(resource, action),
            answer: Answer { status, shape },
            path,
        }
    }
}

impl Action {
    /// The method and the path of this action.
    pub(crate) fn route(self, resource: &Resource) -> (Method, String) {
        let many = format!("/v2/{}", resource.path);
        let one = format!("{many}/{{{}}}", resource.key);
        match self {
            Self::List => (Method::GET, many),
            Self::Create => (Method::POST, many),
            Self::Show => (Method::GET, one),
            Self::Update => (Method::PUT, one),
            Self::Delete => (Method::DELETE, one),
            Self::Upsert => (Method::POST, format!("{many}/upsert")),
        }
    }

    /// The scope this action needs (sell-api §10).
    pub(crate) fn scope(self, resource: &Resource) -> Scope {
        match self {
            Self::List | Self::Show => resource.read_scope,
            Self::Create | Self::Update | Self::Delete | Self::Upsert => Scope::Write,
        }
    }
}

fn summary(resource: &Resource, action: Action) -> String {
    let one = resource.kind.replace('_', " ");
    let many = resource.path.rsplit('/').next().unwrap_or_default();
    let many = many.replace('_', " ");
    match action {
        Action::List => format!("List {many}"),
        Action::Show => format!("Show one {one}"),
        Action::Create => format!("Create one {one}"),
        Action::Update => format!("Change some fields of one {one}"),
        Action::Delete => format!("Delete one {one}"),
        Action::Upsert => format!("Change the {one} a filter finds, or create one"),
    }
}

fn body(resource: &'static Resource, action: Action) -> Option<Body> {
    let partial = matches!(action, Action::Update | Action::Upsert);
    matches!(action, Action::Create | Action::Update | Action::Upsert).then_some(Body::Record {
        kind: resource.kind,
        fields: resource.fields,
        partial,
    })
}

fn parameters(resource: &Resource, action: Action, path: &str) -> Vec<Parameter> {
    let mut parameters: Vec<_> = path_parameters(path).collect();
    let filters = resource.filters.iter().map(|filter| Parameter {
        required: resource.demanded.contains(&filter.parameter()),
        ..query_parameter(filter.parameter(), &filter.about())
    });
    match action {
        Action::List => {
            parameters.extend(list_parameters(resource));
            parameters.extend(filters);
        }
        Action::Upsert => parameters.extend(filters),
        Action::Show | Action::Create | Action::Update | Action::Delete => {}
    }
    if resource.name == "deals" && matches!(action, Action::List | Action::Show) {
        parameters.push(query_parameter(
            "includes",
            "`associated_contacts` shows them inside the deal.",
        ));
    }
    parameters
}

/// `page`, `per_page`, `sort_by` and `ids`, which every list takes.
fn list_parameters(resource: &Resource) -> [Parameter; 4] {
    let most = resource.most_per_page;
    let order = resource.order;
    let direction = if order.descending { "desc" } else { "asc" };
    [
        query_parameter("page", "The page, from 1."),
        query_parameter(
            "per_page",
            &format!("Records on a page, 25 unless given, at most {most}."),
        ),
        query_parameter(
            "sort_by",
            &format!(
                "A field, with `:asc` or `:desc` behind it; `{}:{direction}` unless given.",
                order.field
            ),
        ),
        query_parameter(
            "ids",
            "Only the records with these ids, separated by commas.",
        ),
    ]
}

fn path_parameters(path: &str) -> impl Iterator<Item = Parameter> {
    let names = path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    names.map(|name| Parameter {
        name: name.to_owned(),
        place: Place::Path,
        required: true,
        about: "Part of the path.".to_owned(),
    })
}

fn query_parameter(name: &str, about: &str) -> Parameter {
    Parameter {
        name: name.to_owned(),
        place: Place::Query,
        required: false,
        about: about.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body as Bytes;
    use axum::http::{Request, StatusCode};
    use tower::ServiceExt as _;

    use super::*;
    use crate::{Config, Sandbox};

    async fn status(sandbox: &Sandbox, method: &Method, path: &str) -> StatusCode {
        let path = path
            .replace("/{session}/", "/s/")
            .replace("/{queue}", "/main");
        let parts = path
            .split('/')
            .map(|part| if part.starts_with('{') { "1" } else { part });
        let request = Request::builder()
            .method(method)
            .uri(parts.collect::<Vec<_>>().join("/"))
            .header("host", "127.0.0.1:4000")
            .header("user-agent", "test");
        let request = request.body(Bytes::empty()).unwrap();
        sandbox.router().oneshot(request).await.unwrap().status()
    }

    /// Without a token a method that is there answers 401, another 405.
    #[tokio::test]
    async fn the_router_answers_to_the_operations_and_to_nothing_else() {
        let sandbox = Sandbox::open(Config::default()).unwrap();
        let known: Vec<_> = operations().collect();
        assert!(known.len() > 100, "{}", known.len());
        for operation in &known {
            for method in [
                Method::GET,
                Method::POST,
                Method::PUT,
                Method::DELETE,
                Method::PATCH,
            ] {
                let at_path = |other: &&Operation| fits(&other.path, &operation.path);
                let is_known = known
                    .iter()
                    .filter(at_path)
                    .any(|other| other.method == method);
                let expected = if is_known { 401 } else { 405 };
                let status = status(&sandbox, &method, &operation.path).await;
                assert_eq!(status, expected, "{method} {}", operation.path);
            }
        }
    }

    /// Whether two paths are the same but for the names of their parameters.
    fn fits(one: &str, other: &str) -> bool {
        let shape = |path: &str| {
            let part = |part: &str| {
                part.starts_with('{')
                    .then_some("")
                    .map_or(part.to_owned(), str::to_owned)
            };
            path.split('/').map(part).collect::<Vec<_>>()
        };
        shape(one) == shape(other)
    }

    #[test]
    fn no_operation_is_told_twice() {
        let mut seen = std::collections::HashSet::new();
        for operation in operations() {
            let key = (operation.method.clone(), operation.path.clone());
            assert!(seen.insert(key), "{} {}", operation.method, operation.path);
        }
    }

    #[test]
    fn a_list_tells_its_filters_and_its_largest_page() {
        let orders = operations().find(|operation| operation.path == "/v2/orders");
        let parameters = orders.unwrap().parameters;
        let about = |name: &str| {
            let found = parameters.iter().find(|parameter| parameter.name == name);
            found.unwrap().about.clone()
        };
        assert!(about("per_page").contains("500"));
        assert!(about("deal_id").contains("deal_id"));
    }
}
