//! The skills that marks are given for.

/// A list of skills, in the order in which they are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubric {
    /// Never empty; no two have the same key.
    pub skills: Vec<Skill>,
}

/// One skill of a rubric.
#[derive(Debug, Clone, PartialEq)]
pub struct Skill {
    /// The word that marks use: `hero`.
    pub key: String,
    /// The name that people see.
    pub name: String,
    /// The question that it asks of a line.
    pub asks: String,
    /// What a mark in it counts, 0 to 10.
    pub weight: f64,
}

impl Default for Rubric {
    /// The six skills of format 1, each with weight 1.
    fn default() -> Self {
        let skill = |key: &str, asks: &str| Skill {
            key: key.to_owned(),
            name: key.to_owned(),
            asks: asks.to_owned(),
            weight: 1.0,
        };
        Self {
            skills: vec![
                skill(
                    "hero",
                    "Is the customer, or whom the customer serves, at the centre, and not us or our product?",
                ),
                skill("why", "Does it open the gap (why change) before it closes it (how it works)?"),
                skill("curiosity", "Does it ask for something that the rep does not know yet?"),
                skill(
                    "consequence",
                    "Does it tie a symptom to what it leads to, and that to a result for the business?",
                ),
                skill(
                    "proof",
                    "Does it bring evidence that this customer would accept: how a customer like them used it, told as a story?",
                ),
                skill("composure", "Does it take pushback in without defending, arguing or giving in?"),
            ],
        }
    }
}
