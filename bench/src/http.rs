//! As much HTTP/1.1 as the rehearsal needs: a form sent on a connection that stays open, an
//! answer with a length. A whole client would take the cores that the shop is measured on.

mod address;
mod connection;
mod response;

pub use address::Address;
pub use connection::{Connection, FormRequest, write_form};
pub use response::Response;
