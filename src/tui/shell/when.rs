//! When something was, as people say it.

use jiff::Timestamp;

/// How long before `now` something was; a clock that was set back makes it just now.
pub(super) fn ago(then: Timestamp, now: Timestamp) -> String {
    let minutes = (now.as_second() - then.as_second()) / 60;
    match minutes {
        ..1 => "just now".to_owned(),
        1 => "a minute ago".to_owned(),
        2..60 => format!("{minutes} minutes ago"),
        60..120 => "an hour ago".to_owned(),
        120..1440 => format!("{} hours ago", minutes / 60),
        1440..2880 => "yesterday".to_owned(),
        _ => format!("{} days ago", minutes / 1440),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_past_is_told_in_words() {
        let now = Timestamp::from_second(10_000_000).unwrap();
        let told = |seconds: i64| ago(Timestamp::from_second(10_000_000 - seconds).unwrap(), now);
        assert_eq!(told(-900), "just now");
        assert_eq!(told(70), "a minute ago");
        assert_eq!(told(7_300), "2 hours ago");
        assert_eq!(told(90_000), "yesterday");
        assert_eq!(told(900_000), "10 days ago");
    }
}
