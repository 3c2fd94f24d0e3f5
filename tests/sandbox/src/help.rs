//! What `--help` says beyond the options.

use std::fmt::Write as _;

use sell_sandbox::Switches;

/// Before the options.
pub(crate) const ABOUT: &str = "\
A Zendesk Sell to test against: authorization server and REST API on this machine.

Everything in it is made up, it listens on loopback only, and it is not Zendesk's code. Once
started, open its address in a browser: the front page lists users, applications, switches and
endpoints, and tells how to get a token.";

/// After the options of `-h`.
pub(crate) const SHORT: &str = "\
Example: sell-sandbox --redirect-uri http://127.0.0.1:8080/callback.html --control-port 4001
--help explains every option, switch and fault.";

const EXAMPLES: &str = "\
Examples:
  sell-sandbox
      on http://127.0.0.1:4000, data in memory
  sell-sandbox --redirect-uri http://127.0.0.1:8080/callback.html
      for an application that is served on port 8080
  sell-sandbox --port 0 --control-port 0 --json
      for scripts: free ports, one line of JSON when ready
  sell-sandbox --database sell.sqlite --set token.ttl=60 --set cors=support-like
      data in a file, tokens for a minute, answers hidden as Zendesk Support documents
  sell-sandbox --other-port 0 --fault '/v2/* body=redirect:{other}/taken count=always'
      every API call is sent elsewhere, where it is counted

Getting a token without a browser (needs --control-port 4001):
  curl -s http://127.0.0.1:4001/tokens -H 'Content-Type: application/json' -d '{}'
";

const FAULTS: &str = "\
Faults (--fault LINE; the same names are the JSON of POST /faults of the control endpoint):
  [METHOD] /path name=value …    a `*` at the end of the path stands for any rest
  {\"path\": \"/path\", …}         JSON, where a value holds a space
  names:
    count=N|always        how many answers; 1
    status=200..599       the status; the usual one of the body
    delay=MILLISECONDS    waits before the headers
    body=WORD             json html text problem empty, real (the true answer), hang, reset, drip,
                          endless, truncated, oversized[:BYTES], gzip-bomb[:BYTES],
                          nested[:DEPTH], wrong-type, literal:TEXT, redirect:ADDRESS
                          ({other} in front of a path is the second origin)
    edit=CHANGE           changes the JSON of the true answer: drop:/field, set:/field=RAW,
                          double:/field=RAW, retype:/field, bom, trailing:TEXT; may be repeated
    cut=BYTES             breaks off after so many bytes of the body
    retry-after=TEXT      any text; date:+60 and date:-60 are dates from now
    content-type=TYPE     any text; none leaves it out
    header=NAME:VALUE     one more header; may be repeated
    header-bytes=N        one more header of this length
    cors=WORD             hidden, other-origin, not-exposed; for OPTIONS no-headers, no-methods
  A preflight is spoiled only by a fault for OPTIONS.
";

/// After the options of `--help`.
pub(crate) fn long() -> String {
    format!("{EXAMPLES}\n{FAULTS}\n{}", switches())
}

fn switches() -> String {
    let defaults = Switches::default();
    let mut help = "Switches (--set NAME=VALUE):\n".to_owned();
    for info in Switches::catalogue() {
        let allowed = info.allowed().join(" | ");
        // Writing to a String cannot fail.
        let _ = writeln!(
            help,
            "  {}\n      {}\n      values: {allowed}; default: {}",
            info.name,
            info.help,
            info.value(&defaults)
        );
    }
    help
}
