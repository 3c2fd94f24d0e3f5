//! `sell-sandbox`: the sandbox as a command.

mod arguments;
mod help;

use std::io::{self, Write as _};
use std::process::ExitCode;

use arguments::Arguments;
use clap::Parser as _;
use sell_sandbox::{Running, Sandbox, SandboxError, serve};
use tokio::runtime::Runtime;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format!("cannot start threads: {error}")),
    };
    match runtime.block_on(run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(problem: &str) -> ExitCode {
    eprintln!("sell-sandbox: {problem}");
    ExitCode::FAILURE
}

async fn run(arguments: &Arguments) -> Result<(), SandboxError> {
    // Registered before anything listens, so that an early signal is not lost.
    let stopped = stop_signal();
    let sandbox = Sandbox::open(arguments.config())?;
    let running = serve(sandbox, arguments.listen()).await?;
    announce(&running, arguments.json);
    stopped.await;
    running.stop().await;
    Ok(())
}

/// Says where everything is; a closed standard output is no reason to stop serving.
fn announce(running: &Running, json: bool) {
    let text = if json {
        as_json(running)
    } else {
        as_text(running)
    };
    let mut output = io::stdout().lock();
    drop(writeln!(output, "{text}").and_then(|()| output.flush()));
}

fn as_json(running: &Running) -> String {
    let config = running.sandbox.config();
    serde_json::json!({
        "sandbox": running.base,
        "control": running.control,
        "other": running.other,
        "client_id": config.client_id,
        "user": config.user,
        "password": config.password,
        "pid": std::process::id(),
    })
    .to_string()
}

fn as_text(running: &Running) -> String {
    let config = running.sandbox.config();
    let control = running
        .control
        .as_deref()
        .unwrap_or("off (--control-port turns it on)");
    let other = running
        .other
        .as_deref()
        .unwrap_or("off (--other-port turns it on)");
    [
        format!("Sandbox Sell   {}", running.base),
        format!("Control        {control}"),
        format!("Second origin  {other}"),
        format!("User           {}", config.user),
        format!("Password       {}", config.password),
        format!("Client id      {}", config.client_id),
        format!(
            "Redirect URIs  {}",
            config.redirect_uris.join("\n               ")
        ),
        "Stop with Ctrl-C.".to_owned(),
    ]
    .join("\n")
}

/// Resolves at Ctrl-C or SIGTERM.
#[cfg(unix)]
fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    );
    async move {
        match signals {
            (Ok(mut interrupt), Ok(mut terminate)) => {
                tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
            }
            // Without handlers the signals end the process by themselves.
            _ => std::future::pending().await,
        }
    }
}

/// Resolves at Ctrl-C.
#[cfg(not(unix))]
async fn stop_signal() {
    drop(tokio::signal::ctrl_c().await);
}
