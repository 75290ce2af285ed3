//! Small value types shared by every platform.

mod codes;

pub(crate) use codes::codes;
