//! The style sheet of the picture. Without one, or with a reader that knows no dark pages, it is dark on white, as it is
//! in print.

use std::fmt::Write;

use super::super::palette::paint;
use crate::scenario::Outcome;

/// The class of ways that lead to `outcome`.
pub(super) const fn class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Order => "to-order",
        Outcome::Advance => "to-advance",
        Outcome::Continuation => "to-continuation",
        Outcome::NoSale => "to-nosale",
    }
}

/// The whole sheet. It names the picture in every rule, because on a page it stands among others.
pub(super) fn sheet() -> String {
    let mut out = String::from(
        ".map text{font-family:system-ui,-apple-system,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif;fill:#1b1b1f}\n\
         .map .t{font-size:20px;font-weight:700}\n\
         .map .n{font-size:14px;font-weight:700}\n\
         .map .p{font-size:12px}\n\
         .map .s{font-size:12px;font-style:italic;fill:#4a4a55}\n\
         .map .q{font-size:11px;fill:#4a4a55}\n\
         .map .l{font-size:11px;fill:#33333b}\n\
         .map .paper{fill:#ffffff}\n\
         .map path{fill:none;stroke-width:1.4;stroke-linejoin:round}\n\
         .map .after{stroke-dasharray:5 4}\n\
         .map path.head{stroke:none}\n\
         .map .box{stroke-width:1.4}\n",
    );
    let mut dark = String::new();
    for (class, line, dark_line) in [("way", "#5f5f6b", "#a3a3b0"), ("back", "#6246a8", "#b19df0")] {
        way(&mut out, class, line);
        way(&mut dark, class, dark_line);
    }
    boxed(&mut out, "opening", "#ece7f8", "#6246a8");
    boxed(&mut dark, "opening", "#2c2347", "#b19df0");
    boxed(&mut out, "moment", "#f6f6f8", "#5f5f6b");
    boxed(&mut dark, "moment", "#24242b", "#a3a3b0");
    for outcome in Outcome::ALL {
        let paint = paint(outcome);
        boxed(&mut out, outcome.word(), paint.fill, paint.line);
        boxed(&mut dark, outcome.word(), paint.dark_fill, paint.dark_line);
        way(&mut out, class(outcome), paint.line);
        way(&mut dark, class(outcome), paint.dark_line);
    }
    let _ = write!(
        out,
        "@media screen and (prefers-color-scheme:dark){{\n.map text{{fill:#ececf1}}\n\
         .map .s,.map .q,.map .l{{fill:#c3c3ce}}\n.map .paper{{fill:#17171b}}\n{dark}}}\n"
    );
    out
}

fn way(out: &mut String, class: &str, line: &str) {
    let _ = writeln!(out, ".map .{class}{{stroke:{line}}}\n.map .{class}-head{{fill:{line}}}");
}

fn boxed(out: &mut String, class: &str, fill: &str, line: &str) {
    let _ = writeln!(out, ".map .{class} .box{{fill:{fill};stroke:{line}}}");
}
