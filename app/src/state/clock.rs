//! Time that is left, from relative seconds and a clock that only goes forward.

/// Seconds that are left of `seconds`, which the server counted at `received`; times in
/// milliseconds of the browser's own clock.
pub fn seconds_left(seconds: u32, received: f64, now: f64) -> u32 {
    let left = f64::from(seconds) - (now - received) / 1000.0;
    if left <= 0.0 {
        return 0;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive and below a day"
    )]
    let left = left.ceil() as u32;
    left
}

#[cfg(test)]
mod tests {
    use super::seconds_left;

    #[test]
    fn time_runs_out_and_stays_out() {
        assert_eq!(seconds_left(30, 1_000.0, 1_000.0), 30);
        assert_eq!(seconds_left(30, 1_000.0, 1_500.0), 30);
        assert_eq!(seconds_left(30, 1_000.0, 30_900.0), 1);
        assert_eq!(seconds_left(30, 1_000.0, 31_000.0), 0);
        assert_eq!(seconds_left(30, 1_000.0, 99_000.0), 0);
    }
}
