//! The bench, tried as a trainer would.
