//! Windows beside the one that is looked at: opening, going there, waiting for their end.

use serde_json::json;
use thirtyfour::WindowHandle;

use super::Browser;
use crate::fault::Outcome;

impl Browser {
    /// Evaluates an expression as if inside a click: browsers block what opens windows by itself. What
    /// comes of it is not waited for.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn as_if_clicked(&self, expression: &str) -> Outcome {
        let click = json!({ "expression": format!("void ({expression})"), "userGesture": true });
        self.devtools("Runtime.evaluate", click).await.map(drop)
    }

    /// Waits for a window beside this one, and goes to it.
    ///
    /// # Errors
    /// When none opens.
    pub async fn other_window(&self, known: &WindowHandle) -> Outcome<WindowHandle> {
        let other = self
            .wait("another window", async || {
                let windows = self.web.windows().await?;
                Ok(windows.into_iter().find(|window| window != known))
            })
            .await?;
        self.web.switch_to_window(other.clone()).await?;
        Ok(other)
    }

    /// Waits until a window is closed, and goes to another.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(&self, window: &WindowHandle, back_to: &WindowHandle) -> Outcome {
        self.wait("the window to close", async || {
            let windows = self.web.windows().await?;
            Ok((!windows.contains(window)).then_some(()))
        })
        .await?;
        Ok(self.web.switch_to_window(back_to.clone()).await?)
    }
}
