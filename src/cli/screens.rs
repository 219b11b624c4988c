//! The screens.

use super::args::{Global, Practice};
use super::exit::Exit;

pub(super) fn home(_global: &Global) -> anyhow::Result<Exit> {
    anyhow::bail!("screens")
}

pub(super) fn practice(_global: &Global, _asked: &Practice) -> anyhow::Result<Exit> {
    anyhow::bail!("screens")
}
