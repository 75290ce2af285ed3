//! Requests and answers of HTTP/1.1, read with `httparse` and written byte by byte, so that an answer can be wrong on purpose.

mod answer;
mod request;

pub(crate) use answer::Answer;
pub(crate) use request::{Head, Reader, invite, segments};
