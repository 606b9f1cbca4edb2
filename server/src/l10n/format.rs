//! Instants and numbers as people of a language write them.
//!
//! Digits are ASCII in every language: so are those of codes and of integers in messages, and one
//! mail should not mix two kinds.

use icu_calendar::{Date, Iso};
use icu_datetime::fieldsets::{self, zone};
use icu_datetime::input::{DateTime, Time, ZonedDateTime};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale::Locale;
use icu_time::zone::models::AtTime;
use icu_time::zone::{IanaParser, UtcOffset};
use icu_time::{TimeZone, TimeZoneInfo};
use jiff::{Timestamp, Zoned, tz};

/// An instant, written twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormattedInstant {
    /// In universal time.
    pub utc: String,
    /// In the reader's zone, if it is known and differs.
    pub local: Option<String>,
}

/// Writes an instant in universal time and, if the name of the zone is known, in that zone.
pub fn format_instant(locale: &str, instant: Timestamp, time_zone: Option<&str>) -> FormattedInstant {
    let utc = instant.to_zoned(tz::TimeZone::UTC);
    let local = time_zone
        .filter(|name| is_zone_name(name))
        .and_then(|name| tz::TimeZone::get(name).ok())
        .map(|zone| instant.to_zoned(zone))
        .filter(|local| local.offset() != utc.offset())
        .and_then(|local| write(locale, &local));
    // The fallback is RFC 3339, which no reader takes for something else.
    FormattedInstant {
        utc: write(locale, &utc).unwrap_or_else(|| instant.to_string()),
        local,
    }
}

/// Writes a whole number with the separators of a language.
pub fn format_number(locale: &str, number: i64) -> String {
    DecimalFormatter::try_new(icu_locale(locale).into(), DecimalFormatterOptions::default()).map_or_else(
        |_| number.to_string(),
        |formatter| formatter.format(&Decimal::from(number)).to_string(),
    )
}

/// Names of the zone database are short and plain; anything else came from somebody playing, and
/// must not reach a look-up that may open files.
fn is_zone_name(name: &str) -> bool {
    (1..=40).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte))
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
}

fn write(locale: &str, zoned: &Zoned) -> Option<String> {
    let date_and_time = fieldsets::YMD::long().with_time_hm();
    let preferences: DateTimeFormatterPreferences = icu_locale(locale).into();
    let input = zoned_date_time(zoned)?;
    let written = if zoned.offset().is_zero() {
        let fields = date_and_time.with_zone(zone::SpecificShort);
        DateTimeFormatter::try_new(preferences, fields)
            .ok()?
            .format(&input)
            .to_string()
    } else {
        let fields = date_and_time.with_zone(zone::LocalizedOffsetShort);
        DateTimeFormatter::try_new(preferences, fields)
            .ok()?
            .format(&input)
            .to_string()
    };
    Some(written)
}

fn zoned_date_time(zoned: &Zoned) -> Option<ZonedDateTime<Iso, TimeZoneInfo<AtTime>>> {
    let part = |part: i8| u8::try_from(part).ok();
    let date = Date::try_new_iso(zoned.year().into(), part(zoned.month())?, part(zoned.day())?).ok()?;
    let time = Time::try_new(
        part(zoned.hour())?,
        part(zoned.minute())?,
        part(zoned.second())?,
        0,
    )
    .ok()?;
    let zone = if zoned.offset().is_zero() {
        TimeZoneInfo::utc()
    } else {
        let id = zoned
            .time_zone()
            .iana_name()
            .map_or(TimeZone::UNKNOWN, |name| IanaParser::new().parse(name));
        id.with_offset(UtcOffset::try_from_seconds(zoned.offset().seconds()).ok())
    };
    Some(ZonedDateTime {
        date,
        time,
        zone: zone.at_date_time(DateTime { date, time }),
    })
}

/// The locale for dates and numbers: ASCII digits, the Gregorian calendar, and for plain English
/// the day before the month and 24 hours, as its texts are written.
fn icu_locale(tag: &str) -> Locale {
    let base = match tag {
        "en" | "en-XA" => "en-GB",
        "ar-XB" => "ar",
        other => other,
    };
    format!("{base}-u-ca-gregory-nu-latn")
        .parse()
        .unwrap_or(Locale::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant() -> Timestamp {
        "2026-11-20T22:41:00Z".parse().expect("an instant")
    }

    #[test]
    fn an_instant_is_written_in_universal_time_and_in_the_readers_zone() {
        let written = format_instant("en", instant(), Some("Europe/Berlin"));
        assert_eq!(written.utc, "20 November 2026 at 22:41 UTC");
        assert_eq!(written.local.as_deref(), Some("20 November 2026 at 23:41 GMT+1"));
        let next_day = format_instant("en", instant(), Some("Asia/Kathmandu"));
        assert_eq!(
            next_day.local.as_deref(),
            Some("21 November 2026 at 04:26 GMT+5:45")
        );
    }

    #[test]
    fn arabic_has_its_own_months_and_ascii_digits() {
        let written = format_instant("ar", instant(), Some("Asia/Riyadh"));
        assert!(written.utc.contains("نوفمبر"), "{}", written.utc);
        assert!(written.utc.contains("2026"), "{}", written.utc);
        assert!(written.local.is_some_and(|local| local.contains("21")));
    }

    #[test]
    fn an_unknown_zone_is_left_out() {
        for zone in [
            None,
            Some(""),
            Some("Mars/Phobos"),
            Some("../../etc/passwd"),
            Some("/etc/localtime"),
            Some("UTC"),
            Some(&*"a/".repeat(200)),
        ] {
            assert_eq!(format_instant("en", instant(), zone).local, None, "{zone:?}");
        }
    }

    #[test]
    fn numbers_have_their_separators() {
        assert_eq!(format_number("en", 1_234_567), "1,234,567");
        assert_eq!(format_number("de", 1_234_567), "1.234.567");
        assert!(format_number("ar", 42).contains("42"));
    }
}
