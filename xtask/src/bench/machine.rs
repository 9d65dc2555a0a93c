//! The machine that the numbers come from, in a few words.

use std::fs;
use std::thread;

/// Processor and system.
pub(super) fn describe() -> String {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let model = fs::read_to_string("/proc/cpuinfo")
        .ok()
        .and_then(|text| model(&text))
        .unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    format!("{processors} x {model}, {}", std::env::consts::OS)
}

fn model(processors: &str) -> Option<String> {
    let line = processors
        .lines()
        .find(|line| line.starts_with("model name"))?;
    let (_, name) = line.split_once(':')?;
    Some(name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_processor_is_known_by_its_model() {
        let text = "processor\t: 0\nmodel name\t: Some(R) Processor\n";
        assert_eq!(model(text).as_deref(), Some("Some(R) Processor"));
        assert_eq!(model("processor\t: 0\n"), None);
    }
}
