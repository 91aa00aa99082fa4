//! Ids: of a customer, what stays when it is renamed or moved; of the papers of the credit file.

use sha2::{Digest, Sha256};

/// Crockford's base 32: no i, l, o, u, so that nobody misreads it.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters of a customer's id, five bits each.
const LENGTH: u32 = 10;
/// Characters of a paper's id behind its prefix: it is read aloud and typed.
const PAPER_LENGTH: u32 = 6;

/// Ten characters of the SHA-256 of country and name as they were when the card was made.
pub fn new_id(country: &str, name: &str) -> String {
    digest(&[country, name], LENGTH)
}

/// The first characters of the SHA-256 of some texts.
fn digest(parts: &[&str], length: u32) -> String {
    let digest = Sha256::digest(parts.join("\0"));
    let number = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    (0..length)
        .map(|i| {
            let bits = (number >> (64 - 5 * (i + 1))) & 31;
            // five bits always index a table of 32
            usize::try_from(bits).ok().and_then(|index| ALPHABET.get(index)).map_or('0', |byte| char::from(*byte))
        })
        .collect()
}

/// The id, with a number behind it where `taken` says that somebody has it already.
pub fn free_id(country: &str, name: &str, taken: impl Fn(&str) -> bool) -> String {
    free(new_id(country, name), taken)
}

/// The id of a request or report: `RQ-` or `AL-` and six characters of the SHA-256 of what makes it the one it is, with a
/// number behind it where `taken` says that the customer has it already. Two people who file at once do not meet in a
/// running number.
pub fn paper_id(prefix: &str, parts: &[&str], taken: impl Fn(&str) -> bool) -> String {
    free(format!("{prefix}-{}", digest(parts, PAPER_LENGTH).to_uppercase()), taken)
}

fn free(id: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&id) {
        return id;
    }
    (2_u64..).map(|n| format!("{id}-{n}")).find(|id| !taken(id)).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_stable_and_told_apart() {
        let id = new_id("DE", "Müller Maschinenbau GmbH");
        assert_eq!(id.len(), 10);
        assert_eq!(id, new_id("DE", "Müller Maschinenbau GmbH"));
        assert_ne!(id, new_id("AT", "Müller Maschinenbau GmbH"));
        assert_eq!(free_id("DE", "Müller Maschinenbau GmbH", |taken| taken == id), format!("{id}-2"));
    }

    #[test]
    fn papers_are_told_apart_by_what_they_say() {
        let id = paper_id("AL", &["k7f3m2q9xz", "2026-11-23", "沈嘉禾", "deferred", "x"], |_| false);
        assert_eq!(id, "AL-6GSM4B");
        assert_ne!(id, paper_id("AL", &["k7f3m2q9xz", "2026-11-23", "沈嘉禾", "deferredx"], |_| false));
        let again = paper_id("AL", &["k7f3m2q9xz", "2026-11-23", "沈嘉禾", "deferred", "x"], |taken| taken == id);
        assert_eq!(again, format!("{id}-2"));
    }
}
