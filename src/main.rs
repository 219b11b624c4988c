//! The program: arguments in, exit status out. Everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    tellmore::cli::run(std::env::args_os()).into()
}
