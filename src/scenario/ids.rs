//! Numbers that stand for names, in the order of the file.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of the item at `index`; a scenario is far too small for more than `u32::MAX` of anything.
            #[must_use]
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// Where it stands in its list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// A moment, by its place in `moments`.
    MomentId
);
id!(
    /// An ending, by its place in `endings`.
    EndingId
);
id!(
    /// A fact, by its place in `facts`.
    FactId
);
id!(
    /// A skill, by its place in the rubric.
    SkillId
);

/// Where a follow-up leads: moments and endings share one namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goal {
    /// The customer's turn again.
    Moment(MomentId),
    /// The conversation stops.
    Ending(EndingId),
}
