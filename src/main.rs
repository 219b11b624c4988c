//! tellmore.
fn main() {}
