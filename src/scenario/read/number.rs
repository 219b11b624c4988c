//! Numbers.

use std::ops::RangeInclusive;

use super::codes;
use super::reader::Reader;
use super::value::{Form, Value};
use super::wording::short;
use crate::problem::Problem;

/// The numbers that a person writes in letters, each at its place.
const FIGURES: [&str; 11] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

impl<'t> Reader<'t> {
    /// The whole number `value`, or `fallback` where it is none, or is not in `range`.
    pub(super) fn whole(&mut self, value: Value, of: &str, range: RangeInclusive<i64>) -> Option<i64> {
        let (value, source) = self.number(value, of, || in_words(&range))?;
        if let Some(number) = self.parsed.whole(value.first(), source) {
            if !range.contains(&number) {
                self.out_of_range(value, of, &in_words(&range));
                return None;
            }
            return Some(number);
        }
        match ron::from_str::<f64>(source) {
            // Whole, and written in a way that whole numbers are not: 1e3.
            Ok(number) if number.abs() >= 1e15 || number.fract() == 0.0 && !in_range(number, &range) => {
                self.out_of_range(value, of, &in_words(&range))
            }
            Ok(number) => self.problems.add(|| {
                let problem = Problem::error(
                    codes::NOT_WHOLE,
                    value.span(self.layout),
                    format!("{of} is a whole number, and {} is not", short(source)),
                )
                .label("not a whole number");
                let near = format!("{:.0}", number.trunc().clamp(*range.start() as f64, *range.end() as f64));
                problem.help(format!("write {}, such as {near}", in_words(&range)))
            }),
            Err(_) => self.not_a_number(value, of),
        }
        None
    }

    /// The number `value`, whole or with a decimal point, from 0 up to `most`.
    pub(super) fn decimal(&mut self, value: Value, of: &str, most: f64) -> Option<f64> {
        let (value, source) = self.number(value, of, || format!("a number from 0 to {most}"))?;
        match ron::from_str::<f64>(source) {
            Ok(number) if (0.0..=most).contains(&number) => return Some(number),
            Ok(_) => self.out_of_range(value, of, &format!("a number from 0 to {most}")),
            Err(_) => self.not_a_number(value, of),
        }
        None
    }

    /// The number `value` as it is written, which should be `want`.
    fn number(&mut self, value: Value, of: &str, want: impl Fn() -> String) -> Option<(Value, &'t str)> {
        let (value, form) = self.form(value, of)?;
        let source = value.source(self.layout);
        if matches!(form, Form::Number) {
            return Some((value, source));
        }
        let inside = source.trim_matches('"').trim();
        let is_number = matches!(form, Form::Text) && inside.trim_start_matches('+').parse::<f64>().is_ok();
        let figure = FIGURES.iter().position(|&word| word == inside.to_lowercase());
        let help = match figure {
            _ if is_number => format!("take the quotes away: {}", short(inside)),
            Some(figure) => format!("write it in figures: {figure}; it takes {}", want()),
            None => format!("write {}", want()),
        };
        self.problems.add(|| {
            let message = format!("{of} is a number, and here is {}", form.in_words());
            Problem::error(codes::WRONG_SORT, value.mark(self.layout), message).label("not a number").help(help)
        });
        None
    }

    fn not_a_number(&mut self, value: Value, of: &str) {
        self.problems.add(|| {
            let source = short(value.source(self.layout));
            Problem::error(
                codes::NOT_A_NUMBER,
                value.span(self.layout),
                format!("{of} is a number, and `{source}` is none"),
            )
            .label("not a number")
        });
    }

    pub(super) fn out_of_range(&mut self, value: Value, of: &str, want: &str) {
        self.problems.add(|| {
            let source = short(value.source(self.layout));
            Problem::error(codes::OUT_OF_RANGE, value.span(self.layout), format!("{of} cannot be {source}"))
                .label(format!("must be {want}"))
        });
    }
}

fn in_range(number: f64, range: &RangeInclusive<i64>) -> bool {
    (*range.start() as f64..=*range.end() as f64).contains(&number)
}

/// `range` as a person says it.
fn in_words(range: &RangeInclusive<i64>) -> String {
    let sign = |number: i64| if *range.start() < 0 { format!("{number:+}") } else { number.to_string() };
    match (*range.start(), *range.end()) {
        (least, most) if most >= i64::from(u32::MAX) => format!("a whole number, {least} or more"),
        (least, most) => format!("a whole number from {} to {}", sign(least), sign(most)),
    }
}
