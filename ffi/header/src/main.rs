//! Writes `include/tillwire.h`.

fn main() {}
