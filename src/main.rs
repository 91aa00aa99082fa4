//! The program: hands the arguments to the library and ends as it says.

use std::process::ExitCode;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|info| kehu::cli::crashed(&info.to_string())));
    #[expect(clippy::disallowed_methods, reason = "arguments come in here and nowhere else")]
    let args: Vec<_> = std::env::args_os().collect();
    ExitCode::from(kehu::cli::run(&args) as u8)
}
