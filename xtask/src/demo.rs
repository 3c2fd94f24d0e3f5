//! Building everything and starting the demo.

use std::process::Command;

use crate::build;
use crate::cli::DemoOptions;
use crate::failure::Failure;
use crate::run::built_file;
use crate::say;
use crate::workspace;

/// Builds the app and its servers, then becomes the demo.
pub(crate) fn start(options: &DemoOptions) -> Result<(), Failure> {
    build::release()?;
    say::step("Building the sandbox and the site server (a minute or two the first time)");
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked", "-p", "sell-stage", "--bin", "demo"]);
    let program = built_file(&mut cargo, "demo")?;
    let mut demo = Command::new(program);
    demo.arg("--dist")
        .arg(workspace::dist())
        .args(arguments(options));
    become_it(demo)
}

fn arguments(options: &DemoOptions) -> Vec<String> {
    let ports = [
        ("--app-port", options.app_port),
        ("--sandbox-port", options.sandbox_port),
        ("--control-port", options.control_port),
    ];
    let given = ports
        .into_iter()
        .filter_map(|(flag, port)| Some((flag, port?)));
    let mut arguments: Vec<String> = given
        .flat_map(|(flag, port)| [flag.to_owned(), port.to_string()])
        .collect();
    for uri in &options.redirect_uri {
        arguments.extend(["--redirect-uri".to_owned(), uri.clone()]);
    }
    if options.json {
        arguments.push("--json".to_owned());
    }
    arguments
}

/// The demo takes this process over, so that a signal sent to what was started reaches it.
#[cfg(unix)]
fn become_it(mut demo: Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let error = demo.exec();
    Err(Failure::new(
        format_args!("the demo could not be started: {error}"),
        "run `cargo xtask demo` again",
    ))
}

/// Where a process cannot be taken over, the console sends its Ctrl-C to both.
#[cfg(not(unix))]
fn become_it(mut demo: Command) -> Result<(), Failure> {
    crate::run::run(&mut demo, "the demo")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_is_handed_on_and_nothing_else() {
        let options = DemoOptions {
            app_port: Some(8080),
            sandbox_port: None,
            control_port: Some(1),
            redirect_uri: vec!["http://localhost/".to_owned()],
            json: true,
        };
        assert_eq!(
            arguments(&options),
            [
                "--app-port",
                "8080",
                "--control-port",
                "1",
                "--redirect-uri",
                "http://localhost/",
                "--json"
            ]
        );
    }
}
