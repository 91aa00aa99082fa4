//! Text that stands in XML or HTML.

/// The text with everything written out that markup would obey.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
