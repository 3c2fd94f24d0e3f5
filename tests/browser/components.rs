//! Rendered components: what they do with the focus, the keyboard and what is chosen. What they
//! contain is tested natively, beside each.

use std::cell::RefCell;
use std::rc::Rc;

use sell_elements::components::{
    CallCell, CallRow, ConfirmDialog, DialogNodes, Element as View, Notice, PasteForm, PasteWords,
    Theme, TokenField, Tone, call_table, el, focus, plain_button, scope_box, scope_picker,
    sign_in_button, site_header, tab, theme_toggle,
};
use sell_elements::words::{Quotation, Word};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct StageProps {
    view: Callback<UseStateHandle<u32>, Html>,
    after: Callback<u32>,
}

/// Draws what it is given, with a number for its state, and does something after each change.
#[component]
fn Stage(props: &StageProps) -> Html {
    let state = use_state(|| 0);
    let after = props.after.clone();
    use_effect_with(*state, move |state| after.emit(*state));
    html! { <div>{ props.view.emit(state) }</div> }
}

async fn mount(view: impl Fn(UseStateHandle<u32>) -> View + 'static) -> Element {
    mount_and(view, |_| ()).await
}

async fn mount_and(
    view: impl Fn(UseStateHandle<u32>) -> View + 'static,
    after: impl Fn(u32) + 'static,
) -> Element {
    let host = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let props = StageProps {
        view: Callback::from(move |state| view(state).into()),
        after: Callback::from(after),
    };
    yew::Renderer::<Stage>::with_root_and_props(host.clone(), props).render();
    settle().await;
    host
}

/// Waits until Yew has nothing left to draw.
async fn settle() {
    for _ in 0..3 {
        yew::scheduler::flush().await;
        JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL))
            .await
            .unwrap();
    }
}

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

fn find<T: JsCast>(host: &Element, css: &str) -> T {
    let found = host.query_selector(css).unwrap();
    let found = found.unwrap_or_else(|| panic!("{css} in {}", host.inner_html()));
    found.dyn_into().unwrap()
}

fn focused() -> Element {
    document().active_element().unwrap()
}

fn set(state: &UseStateHandle<u32>, value: u32) -> Callback<()> {
    let state = state.clone();
    Callback::from(move |()| state.set(value))
}

/// A callback that writes down what it is given.
fn log<T: 'static>() -> (Rc<RefCell<Vec<T>>>, Callback<T>) {
    let list: Rc<RefCell<Vec<T>>> = Rc::default();
    let kept = Rc::clone(&list);
    (
        list,
        Callback::from(move |value| kept.borrow_mut().push(value)),
    )
}

/// A dialog that is open while the state is one, behind a button that opens it.
async fn mount_dialog() -> (Element, Rc<RefCell<Vec<()>>>) {
    let (cancelled, on_cancel) = log::<()>();
    let nodes = DialogNodes::default();
    let shown = nodes.clone();
    let view = move |state: UseStateHandle<u32>| {
        let (leave, on_cancel) = (set(&state, 0), on_cancel.clone());
        let dialog = ConfirmDialog {
            nodes: &nodes,
            open: *state == 1,
            title: "Revoke?",
            lines: &[Word("Gone.")],
            confirm: "Revoke token",
            on_confirm: Callback::noop(),
            on_cancel: Callback::from(move |()| {
                on_cancel.emit(());
                leave.emit(());
            }),
        };
        let opener = plain_button("Revoke token…", set(&state, 1));
        el("div").child(opener).child(dialog.view())
    };
    let host = mount_and(view, move |state| shown.show(state == 1)).await;
    (host, cancelled)
}

#[wasm_bindgen_test]
async fn the_dialog_opens_modal_on_cancel_and_gives_the_focus_back() {
    let (host, cancelled) = mount_dialog().await;
    let opener: HtmlElement = find(&host, "button");
    let dialog: HtmlDialogElement = find(&host, "dialog");
    assert!(!dialog.open());
    opener.focus().unwrap();
    opener.click();
    settle().await;
    assert!(dialog.open() && dialog.matches(":modal").unwrap());
    assert_eq!(focused().text_content().unwrap().trim(), "Cancel");
    let ask = js_sys::Reflect::get(&dialog, &"requestClose".into()).unwrap();
    let ask: js_sys::Function = ask.dyn_into().unwrap();
    ask.call0(&dialog).unwrap();
    settle().await;
    assert_eq!(cancelled.borrow().len(), 1);
    assert!(!dialog.open());
    assert_eq!(focused(), *opener);
}

#[wasm_bindgen_test]
async fn a_dialog_that_the_browser_closes_is_cancelled() {
    let (host, cancelled) = mount_dialog().await;
    let dialog: HtmlDialogElement = find(&host, "dialog");
    find::<HtmlElement>(&host, "button").click();
    settle().await;
    assert!(dialog.open());
    let closed = js_sys::Promise::new(&mut |done, _| {
        dialog
            .add_event_listener_with_callback("close", &done)
            .unwrap();
    });
    dialog.close();
    JsFuture::from(closed).await.unwrap();
    settle().await;
    assert_eq!(cancelled.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn a_pasted_token_leaves_the_field_when_it_is_handed_over() {
    let (got, on_paste_submit) = log::<String>();
    let node = NodeRef::default();
    let host = mount(move |_| {
        let form = PasteForm {
            words: PasteWords {
                id: "sell-paste",
                label: "Token",
                button: "Check",
                hint: "Any form",
            },
            field: &node,
            recognised: None,
            error: None,
            on_paste_submit: on_paste_submit.clone(),
        };
        form.view()
    })
    .await;
    let field: HtmlInputElement = find(&host, "input");
    field.set_value("Bearer canary-1234");
    find::<HtmlElement>(&host, "button").click();
    settle().await;
    assert_eq!(got.borrow()[0], "Bearer canary-1234");
    assert_eq!(field.value(), "");
    assert!(!host.inner_html().contains("canary"));
    assert_eq!(focused(), **field);
    assert_eq!(field.get_attribute("autocomplete").as_deref(), Some("off"));
    assert_eq!(field.get_attribute("spellcheck").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn the_token_is_in_the_page_only_while_shown_and_the_toggle_keeps_its_name() {
    let host = mount(|state| {
        let shown = *state == 1;
        let field = TokenField {
            last_four: "3f9c",
            shown: shown.then_some("canary3f9c"),
            copied: false,
            on_toggle: set(&state, u32::from(!shown)),
            on_copy: Callback::noop(),
            reveals: true,
            buttons: Vec::new(),
        };
        field.view()
    })
    .await;
    assert!(!host.inner_html().contains("canary"));
    let toggle: HtmlElement = find(&host, "button[aria-pressed=false]");
    assert_eq!(toggle.inner_text(), "Show token");
    toggle.click();
    settle().await;
    assert!(host.inner_html().contains("canary3f9c"));
    let toggle: HtmlElement = find(&host, "button[aria-pressed=true]");
    assert_eq!(toggle.inner_text(), "Show token");
    toggle.click();
    settle().await;
    assert!(!host.inner_html().contains("canary"));
}

#[wasm_bindgen_test]
async fn a_notice_can_take_the_focus_and_quotes_without_markup() {
    let node = NodeRef::default();
    let target = node.clone();
    let view = move |state: UseStateHandle<u32>| {
        let says = Quotation {
            text: "<b>x</b>".to_owned(),
        };
        let notice = (*state > 0).then(|| {
            let notice = Notice {
                tone: Tone::Refused,
                id: "n",
                title: "T",
                why: "w.",
                todo: "t.",
                says: Some(&says),
                buttons: Vec::new(),
            };
            notice.view().node(&node)
        });
        el("div")
            .child(plain_button("go", set(&state, *state + 1)))
            .child(el("div").child_if(notice))
    };
    let host = mount_and(view, move |_| focus(&target)).await;
    let button: HtmlElement = find(&host, "button");
    button.focus().unwrap();
    button.click();
    settle().await;
    let notice: Element = find(&host, "#n");
    assert_eq!(focused(), notice);
    assert_eq!(host.query_selector("b").unwrap(), None);
    assert_eq!(
        notice.get_attribute("aria-labelledby").as_deref(),
        Some("n-title")
    );
    find::<Element>(&host, "#n-title");
    find::<Element>(&host, "svg.sell-glyph > path");
    let svg: Element = find(&host, "svg");
    assert_eq!(
        svg.namespace_uri().as_deref(),
        Some("http://www.w3.org/2000/svg")
    );
}

#[wasm_bindgen_test]
async fn a_busy_button_keeps_the_focus_and_takes_no_press() {
    let (got, on_press) = log::<()>();
    let host = mount(move |_| sign_in_button(true, on_press.clone())).await;
    let button: HtmlElement = find(&host, "button");
    button.focus().unwrap();
    button.click();
    settle().await;
    assert!(got.borrow().is_empty());
    assert_eq!(focused(), *button);
}

#[wasm_bindgen_test]
async fn an_attribute_comes_goes_and_changes_with_the_state() {
    let host = mount(|state| {
        let value = state.to_string();
        plain_button("go", set(&state, *state + 1))
            .attr("data-count", &value)
            .attr_if("aria-pressed", (*state == 1).then_some("true"))
    })
    .await;
    let button: HtmlElement = find(&host, "button[data-count='0']:not([aria-pressed])");
    button.click();
    settle().await;
    find::<Element>(&host, "button[data-count='1'][aria-pressed=true]");
    button.click();
    settle().await;
    find::<Element>(&host, "button[data-count='2']:not([aria-pressed])");
}

#[wasm_bindgen_test]
async fn a_box_shows_what_is_chosen_whatever_was_clicked() {
    let host = mount(|state| {
        let pick = |name, chosen| scope_box(name, "m", chosen, set(&state, *state + 1));
        scope_picker(false)
            .child(pick("read", false))
            .child(pick("write", *state == 1))
    })
    .await;
    let refused: HtmlInputElement = find(&host, "label:nth-of-type(1) input");
    let taken: HtmlInputElement = find(&host, "label:nth-of-type(2) input");
    refused.click();
    settle().await;
    assert!(!refused.checked(), "the choice said no");
    assert!(taken.checked());
}

#[wasm_bindgen_test]
async fn scopes_theme_tabs_and_calls_report_what_was_chosen() {
    let (chosen, on_choose) = log::<String>();
    let host = mount(move |_| {
        let say = |what: &str| {
            let what = what.to_owned();
            on_choose.reform(move |()| what.clone())
        };
        let themes = theme_toggle(Theme::Auto, &|theme| say(theme.as_str()));
        let tabs = vec![tab("Setup", "?view=setup", false, say("setup"))];
        let call = CallRow {
            id: "me",
            method: "GET",
            path: "/v2/users/self",
            title: el("span").text("t"),
            needs: el("code").text("profile"),
            outcome: CallCell {
                tone: Tone::Neutral,
                text: "not run".to_owned(),
                detail: String::new(),
            },
            body: Some("{\"a\":1}"),
            busy: false,
            disabled: false,
            on_run: say("call"),
        };
        el("div")
            .child(site_header(el("span"), tabs, themes, say("skip")))
            .child(scope_picker(false).child(scope_box("read", "m", false, say("read"))))
            .child(call_table().child(call.view()))
    })
    .await;
    for css in [
        "[type=checkbox]",
        "label:last-child [type=radio]",
        "nav a",
        ".sell-skip",
        ".sell-call-action button",
    ] {
        find::<HtmlElement>(&host, css).click();
    }
    settle().await;
    assert_eq!(*chosen.borrow(), ["read", "dark", "setup", "skip", "call"]);
    let run: Element = find(&host, ".sell-call-action button");
    assert_eq!(
        run.get_attribute("aria-label").as_deref(),
        Some("Run GET /v2/users/self")
    );
    let body: Element = find(&host, "pre");
    assert_eq!(body.text_content().as_deref(), Some("{\"a\":1}"));
}
