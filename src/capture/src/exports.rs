//! What the script calls. The only `unsafe` code of the project: a raw export has a symbol name of
//! its own, and the script needs one fixed place in memory to write to.
#![allow(
    unsafe_code,
    reason = "a raw WebAssembly export can't be written without it"
)]
#![allow(
    unreachable_pub,
    reason = "what calls these functions is no Rust, so that no path to them exists"
)]

use core::panic::PanicInfo;

use implicit_judge::Source;

use crate::desk::{Desk, Report, Waiting};

static mut DESK: Desk = Desk::EMPTY;

/// The address of the desk, which the script fills before it calls `judge`.
// SAFETY: the module links nothing else that has a symbol of this name.
#[unsafe(no_mangle)]
pub extern "C" fn desk() -> *const Desk {
    &raw const DESK
}

/// Judges what the script laid on the desk, and says where the report is.
///
/// The attempt began at `started_at` and is `used` unless that is 0; the answer is `length` bytes
/// and came `from_query` unless that is 0. Times are milliseconds of the wall clock.
// SAFETY: the module links nothing else that has a symbol of this name.
#[unsafe(no_mangle)]
pub extern "C" fn judge(
    started_at: f64,
    used: u32,
    length: usize,
    now: f64,
    from_query: u32,
) -> *const Report {
    let waiting = Waiting {
        started_at_ms: started_at,
        used: used != 0,
    };
    let source = if from_query == 0 {
        Source::Fragment
    } else {
        Source::Query
    };
    let desk = &raw mut DESK;
    // SAFETY: a module without shared memory has one thread, `judge` calls nothing outside and so
    // can't be entered twice, and no other reference to the desk is ever made. The script writes
    // between calls only, to the bytes of the text, where every pattern of bits is valid.
    let desk = unsafe { &mut *desk };
    desk.judge(&waiting, length, source, now)
}

/// The judge has no path that panics; should one slip in, the script sees a trap and refuses.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
