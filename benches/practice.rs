//! A whole conversation of a scenario that ships, line by line, from the start of the program to its end, with the
//! history kept. What takes the time is in the program and not in the shell: it is started directly.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on has nothing to measure")]

use std::io::Write;
use std::process::{Command, Stdio};

use divan::Bencher;

fn main() {
    divan::main();
}

#[divan::bench(args = ["the_board_at_the_gate", "number_seventeen_word_perfect", "the_deal_that_no_one_lost"], sample_count = 50)]
fn practice_plain(bencher: Bencher<'_, '_>, scenario: &str) {
    let data = tempfile::tempdir().expect("a folder");
    bencher.bench(|| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tellmore"))
            .args(["practice", scenario, "--plain", "--seed", "3"])
            .env("TELLMORE_DATA", data.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program");
        let typed = child.stdin.take().expect("its input").write_all("1\n".repeat(60).as_bytes());
        (typed, child.wait().expect("its end").success())
    });
}
