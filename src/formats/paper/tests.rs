//! The papers, as files.
