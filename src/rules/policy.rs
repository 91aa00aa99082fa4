//! Whether the policy is in force (第4条): the document's own figures are by nature, others once they are approved.

use super::staff::Staff;
use crate::model::choice::Role;
use crate::model::policy::{PolicyApproval, Written};
use crate::model::{Date, Settings};

/// The state of a book's policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The document's own figures, approved by nature.
    Own,
    /// Figures of the firm, approved as they stand.
    Approved {
        /// Who did.
        by: String,
        /// When.
        on: Date,
        /// Nobody held the role of president that day: there was no review (无复核).
        unreviewed: bool,
    },
    /// Figures of the firm that nobody who may has approved: they are used, and every output says so.
    Draft,
}

/// The state of a policy. It is that of now, whatever the day of a report: what the figures were then is not kept.
pub fn state(written: Option<&Written>, settings: &Settings) -> State {
    let Some(written) = written.filter(|written| !written.is_own()) else { return State::Own };
    let digest = written.digest();
    let same = |approval: &&PolicyApproval| approval.digest.as_deref().map(str::trim) == Some(digest.as_str());
    let valid = written.approvals.iter().filter(same).filter_map(|approval| counts(approval, Staff::new(settings)));
    valid.max_by_key(|(_, on, _)| *on).map_or(State::Draft, |(by, on, unreviewed)| State::Approved {
        by: by.to_owned(),
        on,
        unreviewed,
    })
}

/// By whom, when, and whether unreviewed; `None` where the approval is none: who gave it did not hold the role that day,
/// though somebody did, or was not with the firm.
fn counts<'w>(approval: &'w PolicyApproval, staff: Staff<'_>) -> Option<(&'w str, Date, bool)> {
    let on = approval.date?;
    let by = approval.by.as_deref().map(str::trim).filter(|by| !by.is_empty())?;
    let holders = staff.holders(Role::President, on);
    let waived = holders.is_empty() && (staff.is_empty() || staff.is_there(by, on));
    (approval.role == Some(Role::President) && (waived || holders.contains(&by))).then_some((by, on, waived))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::policy::read;
    use crate::formats::toml::from_text;

    const FIGURES: &str = "quiet_customer_days = 45\n";
    const STAFF: &str = "\
[[person]]\nname = '罗'\nroles = ['finance']\n\
[[person]]\nname = '蒋'\nroles = ['president']\nsince = 2026-03-01\nleft = 2026-06-30\n\
[[person]]\nname = '顾'\nroles = ['salesperson']\nleft = 2026-01-31\n";

    #[test]
    fn a_policy_is_in_force_once_the_president_of_the_day_approved_this_content() {
        let digest = read("policy.toml", FIGURES).written.digest();
        let approval = |date: &str, by: &str| {
            format!("[[approval]]\ndate = {date}\nby = '{by}'\nrole = 'president'\ndigest = '{digest}'\n")
        };
        let approved = |date: &str, by: &str, unreviewed| State::Approved {
            by: by.to_owned(),
            on: Date::parse(date).unwrap(),
            unreviewed,
        };
        for (name, staff, text, want) in [
            ("no figures", STAFF, String::new(), State::Own),
            ("only comments", STAFF, "# quiet_customer_days = 45\n".to_owned(), State::Own),
            ("the document's own figures", STAFF, "quiet_customer_days = 60\n".to_owned(), State::Own),
            ("not approved", STAFF, FIGURES.to_owned(), State::Draft),
            (
                "by the president",
                STAFF,
                FIGURES.to_owned() + &approval("2026-03-01", "蒋"),
                approved("2026-03-01", "蒋", false),
            ),
            (
                "on the last day",
                STAFF,
                FIGURES.to_owned() + &approval("2026-06-30", "蒋"),
                approved("2026-06-30", "蒋", false),
            ),
            ("by somebody else", STAFF, FIGURES.to_owned() + &approval("2026-03-01", "罗"), State::Draft),
            (
                "by somebody of the firm while nobody was president",
                STAFF,
                FIGURES.to_owned() + &approval("2026-02-28", "罗"),
                approved("2026-02-28", "罗", true),
            ),
            ("by nobody of the firm", STAFF, FIGURES.to_owned() + &approval("2026-02-28", "顾"), State::Draft),
            (
                "nobody is listed",
                "",
                FIGURES.to_owned() + &approval("2026-03-01", "谁"),
                approved("2026-03-01", "谁", true),
            ),
            ("nobody said so", "", FIGURES.to_owned() + &approval("2026-03-01", " "), State::Draft),
            (
                "another role",
                STAFF,
                FIGURES.to_owned() + &approval("2026-03-01", "蒋").replace("'president'", "'finance'"),
                State::Draft,
            ),
            (
                "other content",
                STAFF,
                "quiet_customer_days = 46\n".to_owned() + &approval("2026-03-01", "蒋"),
                State::Draft,
            ),
            (
                "back to the content that was approved, beside a later approval of another",
                STAFF,
                FIGURES.to_owned()
                    + &approval("2026-03-01", "蒋")
                    + &approval("2026-04-01", "蒋").replace(&digest, "0"),
                approved("2026-03-01", "蒋", false),
            ),
            (
                "the last of two",
                STAFF,
                FIGURES.to_owned() + &approval("2026-05-01", "蒋") + &approval("2026-04-01", "蒋"),
                approved("2026-05-01", "蒋", false),
            ),
        ] {
            let settings: Settings = from_text(staff).unwrap();
            let reading = read("policy.toml", &text);
            assert!(reading.faults.is_empty(), "{name}: {:?}", reading.faults);
            assert_eq!(state(Some(&reading.written), &settings), want, "{name}");
        }
        assert_eq!(state(None, &Settings::default()), State::Own);
    }
}
