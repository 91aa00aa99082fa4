//! The id of a customer: what stays when it is renamed or moved.

use sha2::{Digest, Sha256};

/// Crockford's base 32: no i, l, o, u, so that nobody misreads it.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters of an id, five bits each.
const LENGTH: u32 = 10;
/// Characters of the id of a paper, behind its prefix.
const PAPER_LENGTH: usize = 6;

/// Ten characters of the SHA-256 of country and name as they were when the card was made.
pub fn new_id(country: &str, name: &str) -> String {
    let digest = Sha256::digest(format!("{country}\0{name}"));
    let number = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    (0..LENGTH)
        .map(|i| {
            let bits = (number >> (64 - 5 * (i + 1))) & 31;
            // five bits always index a table of 32
            usize::try_from(bits).ok().and_then(|index| ALPHABET.get(index)).map_or('0', |byte| char::from(*byte))
        })
        .collect()
}

/// The id of a request or report: `RQ-` or `AL-` and six characters of the SHA-256 of what makes it the one it is, with a
/// number behind it where `taken` says that the customer has it already. Two people who file at once do not meet in a
/// running number.
pub fn paper_id(prefix: &str, parts: &[&str], taken: impl Fn(&str) -> bool) -> String {
    let digits: String = new_id(prefix, &parts.join("\0")).chars().take(PAPER_LENGTH).collect();
    let id = format!("{prefix}-{}", digits.to_uppercase());
    if !taken(&id) {
        return id;
    }
    (2_u64..).map(|n| format!("{id}-{n}")).find(|id| !taken(id)).unwrap_or(id)
}

/// The id, with a number behind it where `taken` says that somebody has it already.
pub fn free_id(country: &str, name: &str, taken: impl Fn(&str) -> bool) -> String {
    let id = new_id(country, name);
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
}
