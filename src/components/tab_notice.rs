//! Where the token lives.

use yew::prelude::*;

use crate::words::words;

/// Says that another tab knows nothing of this token.
#[component]
pub fn TabNotice() -> Html {
    html! { <p class="sell-tab-notice">{ words().frame.tab_notice }</p> }
}
