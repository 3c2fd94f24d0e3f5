//! The surroundings in which an element may find itself.

use sell_journeys::{Engine, Plan};

/// Where an element is, and what is around it.
pub(super) struct Surroundings {
    pub(super) name: &'static str,
    pub(super) plan: Plan,
    pub(super) frame: Option<Frame>,
    /// Whether the authorization server cuts its windows off (`Cross-Origin-Opener-Policy`).
    pub(super) server_isolated: bool,
    /// Whether the page does.
    pub(super) page_isolated: bool,
    /// Whether somebody clicks, or a script asks for a window on its own.
    pub(super) clicked: bool,
    pub(super) mode: &'static str,
}

/// A frame around it.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// Whether it is of another site than the page.
    pub(super) foreign: bool,
    /// The value of its `sandbox`.
    pub(super) sandbox: Option<&'static str>,
}

const FRAME: Frame = Frame {
    foreign: false,
    sandbox: None,
};
const FOREIGN: Frame = Frame {
    foreign: true,
    sandbox: None,
};

fn top(name: &'static str, mode: &'static str) -> Surroundings {
    Surroundings {
        name,
        plan: Plan::default().with_package(),
        frame: None,
        server_isolated: false,
        page_isolated: false,
        clicked: true,
        mode,
    }
}

fn framed(name: &'static str, frame: Frame) -> Surroundings {
    Surroundings {
        frame: Some(frame),
        ..top(name, "redirect")
    }
}

fn sandboxed(name: &'static str, sandbox: &'static str) -> Surroundings {
    let frame = Frame {
        sandbox: Some(sandbox),
        ..FOREIGN
    };
    framed(name, frame)
}

impl Surroundings {
    /// The same, with a server that cuts its windows off.
    fn isolated(self) -> Self {
        Self {
            server_isolated: true,
            ..self
        }
    }
}

/// Those that the driver of an engine can bring about, in that engine.
pub(super) fn all(engine: Engine) -> Vec<Surroundings> {
    every()
        .into_iter()
        .map(|around| Surroundings {
            plan: around.plan.in_engine(engine),
            ..around
        })
        // WebKit lets scripts open windows while it is driven.
        .filter(|around| around.plan.is_possible() && (around.clicked || engine != Engine::WebKit))
        .collect()
}

fn every() -> Vec<Surroundings> {
    vec![
        top("Top level, `mode=\"redirect\"`", "redirect"),
        top("Top level, `mode=\"popup\"`", "popup"),
        top(
            "Top level, popup, Sell's pages send `Cross-Origin-Opener-Policy: same-origin`",
            "popup",
        )
        .isolated(),
        Surroundings {
            page_isolated: true,
            ..top(
                "Top level, popup, the host page sends `Cross-Origin-Opener-Policy: same-origin`",
                "popup",
            )
        },
        Surroundings {
            clicked: false,
            ..top(
                "Top level, popup, the browser blocks windows (no click)",
                "popup",
            )
        },
        framed("Frame of the same site", FRAME),
        framed("Frame of another site", FOREIGN),
        Surroundings {
            plan: Plan::default()
                .with_package()
                .with_third_party_cookies_blocked(),
            ..framed(
                "Frame of another site, third-party cookies blocked",
                FOREIGN,
            )
        },
        Surroundings {
            plan: Plan::default().with_package().with_second_name_blocked(),
            ..framed("Frame of another site, whose site data is blocked", FOREIGN)
        },
        framed(
            "Frame of another site, Sell's pages send `Cross-Origin-Opener-Policy: same-origin`",
            FOREIGN,
        )
        .isolated(),
        Surroundings {
            plan: Plan::default()
                .with_package()
                .with_third_party_cookies_blocked(),
            ..framed("The same, third-party cookies blocked", FOREIGN)
        }
        .isolated(),
        Surroundings {
            plan: Plan::default().with_package().with_second_name_blocked(),
            ..framed("The same, the frame's site data blocked", FOREIGN)
        }
        .isolated(),
        sandboxed(
            "Frame of another site, `sandbox=\"allow-scripts allow-same-origin allow-forms allow-popups\"`",
            "allow-scripts allow-same-origin allow-forms allow-popups",
        ),
        sandboxed(
            "The same with `allow-popups-to-escape-sandbox`",
            "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox",
        ),
        sandboxed(
            "Frame of another site, `sandbox=\"allow-scripts allow-same-origin\"`",
            "allow-scripts allow-same-origin",
        ),
        sandboxed(
            "Frame of another site, `sandbox=\"allow-scripts allow-popups\"`",
            "allow-scripts allow-popups",
        ),
    ]
}
