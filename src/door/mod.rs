//! What a page in another language sees of a session: plain records and notices, and no token.
//!
//! | record | what it is |
//! |---|---|
//! | [`Snapshot`] | everything at a moment; whatever a notice says can also be read there |
//! | [`TokenRecord`] | what is known about a token: asked, said and granted kept apart |
//! | [`ErrorRecord`] | what went wrong, why, what to do |
//! | [`written_call`] | what an API call brought |
//! | [`Notice`] | something that the person or the server did |
//!
//! They are written as [`Json`](crate::protocol::Json) under the names of the public contract
//! (camelCase). Nothing here touches a browser, so every shape is tested natively.

mod call_record;
mod ended;
mod error_record;
mod iso;
mod notice;
mod options;
mod snapshot;
mod token_record;

pub use call_record::{Answer, read_call, written_call};
pub use error_record::ErrorRecord;
pub use iso::iso;
pub use notice::{Notice, Watch, proof_word};
pub use options::read_options;
pub use snapshot::{Fingerprints, Snapshot, Surroundings, info, settled_token};
pub use token_record::{Fingerprint, TokenRecord};
