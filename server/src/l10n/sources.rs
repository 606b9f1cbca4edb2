//! The message files, compiled in.

/// Every file as (locale, surface, text).
// For now a list by hand; the build script's replaces it in this one place.
pub(super) fn sources() -> &'static [(&'static str, &'static str, &'static str)] {
    &[
        ("en", "email", include_str!("../../../locales/en/email.ftl")),
        ("en", "demo", include_str!("../../../locales/en/demo.ftl")),
    ]
}
