//! The message files, compiled in by the build script.

mod generated {
    include!(concat!(env!("OUT_DIR"), "/locales.rs"));
}

/// Every file as (locale, surface, text).
pub(super) fn sources() -> &'static [(&'static str, &'static str, &'static str)] {
    generated::LOCALES
}
