//! Who may reset, with which methods, and who is an administrator; refuses what cannot work.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::reader::Section;
use crate::domain::method::Method;
use crate::domain::phone::Region;
use crate::domain::policy::{GroupFilter, Role, SmsPolicy};

/// Whom the reset is open to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResetScope {
    /// Nobody.
    None,
    /// The groups in `include` without those in `exclude`.
    Selected,
    /// Everybody.
    All,
}

/// What an outsider may learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosure {
    /// The same answer in the same time for everybody.
    Uniform,
    /// The person's own methods, and the reason of a refusal.
    Explain,
}

/// The section `reset`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reset {
    /// Whom the reset is open to.
    pub scope: ResetScope,
    /// Groups that may, if the scope is `selected`.
    pub include: BTreeSet<String>,
    /// Groups that may not, whatever else somebody is in.
    pub exclude: BTreeSet<String>,
    /// Groups that the service is paid for; empty means everybody.
    pub entitled: BTreeSet<String>,
    /// Classes of methods that have to be proven: 1 or 2. Administrators always prove 2.
    pub required_methods: u8,
    /// What an outsider may learn.
    pub disclosure: Disclosure,
    /// Whether an account can be unlocked without a new password.
    pub unlock_without_reset: bool,
}

impl Default for Reset {
    fn default() -> Self {
        Self {
            scope: ResetScope::All,
            include: BTreeSet::new(),
            exclude: BTreeSet::new(),
            entitled: BTreeSet::new(),
            required_methods: 2,
            disclosure: Disclosure::Uniform,
            unlock_without_reset: true,
        }
    }
}

impl Reset {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let scopes = [
            ("none", ResetScope::None),
            ("selected", ResetScope::Selected),
            ("all", ResetScope::All),
        ];
        let default = Self::default();
        let reset = Self {
            scope: section.choice("scope", &scopes, default.scope),
            include: section.set("include"),
            exclude: section.set("exclude"),
            entitled: section.set("entitled"),
            required_methods: read_required_methods(&mut section, default.required_methods),
            disclosure: section.choice(
                "disclosure",
                &[("uniform", Disclosure::Uniform), ("explain", Disclosure::Explain)],
                default.disclosure,
            ),
            unlock_without_reset: section.flag("unlock_without_reset", default.unlock_without_reset),
        };
        match reset.scope {
            ResetScope::Selected if reset.include.is_empty() => section.problem(
                "include",
                "must name a group when scope is \"selected\": nobody could reset (scope = \"all\" means everybody)",
            ),
            ResetScope::Selected if reset.include.is_subset(&reset.exclude) => {
                section.problem("exclude", "takes out every group in include: nobody could reset");
            }
            ResetScope::Selected => {}
            ResetScope::None | ResetScope::All => {
                for (key, groups) in [("include", &reset.include), ("exclude", &reset.exclude)] {
                    if !groups.is_empty() {
                        section.problem(key, "has an effect only when scope is \"selected\"");
                    }
                }
            }
        }
        section.finish();
        reset
    }
}

fn read_required_methods(section: &mut Section<'_>, default: u8) -> u8 {
    // A range of two numbers reads better as "1 or 2".
    match section.optional_number("required_methods", &(0..=u8::MAX)) {
        None => default,
        Some(number @ 1..=2) => number,
        Some(number) => {
            section.problem("required_methods", format!("must be 1 or 2, is {number}"));
            default
        }
    }
}

/// The section of one method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MethodRule {
    /// Whether the organisation offers it.
    pub enabled: bool,
    /// Groups that may use it; empty means everybody.
    pub include: BTreeSet<String>,
    /// Groups that may not, whatever else somebody is in.
    pub exclude: BTreeSet<String>,
}

impl Default for MethodRule {
    fn default() -> Self {
        Self {
            enabled: true,
            include: BTreeSet::new(),
            exclude: BTreeSet::new(),
        }
    }
}

impl MethodRule {
    fn read(mut section: Section<'_>) -> Self {
        let rule = Self::take(&mut section, true);
        section.finish();
        rule
    }

    /// Takes its keys out of a section that may have more.
    fn take(section: &mut Section<'_>, enabled: bool) -> Self {
        let rule = Self {
            enabled: section.flag("enabled", enabled),
            include: section.set("include"),
            exclude: section.set("exclude"),
        };
        if rule.enabled && !rule.include.is_empty() && rule.include.is_subset(&rule.exclude) {
            section.problem(
                "exclude",
                "takes out every group in include: nobody could use this method",
            );
        }
        rule
    }

    /// The groups, in the domain's words.
    pub(super) fn filter(&self) -> GroupFilter {
        GroupFilter {
            include: self.include.clone(),
            exclude: self.exclude.clone(),
        }
    }
}

/// The section `methods.sms`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SmsRule {
    /// As for every method; off until a gateway is there.
    #[serde(flatten)]
    pub rule: MethodRule,
    /// The country whose numbers are read without a country code.
    pub default_region: Option<String>,
    /// Countries that messages go to; empty means that of `default_region`, or every one without it.
    pub countries: BTreeSet<String>,
}

impl Default for SmsRule {
    fn default() -> Self {
        Self {
            rule: MethodRule {
                enabled: false,
                ..MethodRule::default()
            },
            default_region: None,
            countries: BTreeSet::new(),
        }
    }
}

impl SmsRule {
    fn read(mut section: Section<'_>) -> Self {
        let region = |text: &str| Region::parse(text).map(|region| region.code().to_owned());
        let rule = Self {
            rule: MethodRule::take(&mut section, false),
            default_region: section.parsed(
                "default_region",
                "the two letters of a country, \"US\" for example",
                region,
            ),
            countries: section.set("countries"),
        };
        for country in &rule.countries {
            if region(country).is_none() {
                section.problem(
                    "countries",
                    format!("{country:?} is not the two letters of a country"),
                );
            }
        }
        section.finish();
        rule
    }

    /// Which numbers messages go to, in the domain's words.
    pub(super) fn policy(&self) -> SmsPolicy {
        let default_region = self.default_region.as_deref().and_then(Region::parse);
        let listed: BTreeSet<Region> = self
            .countries
            .iter()
            .filter_map(|country| Region::parse(country))
            .collect();
        SmsPolicy {
            default_region,
            countries: if listed.is_empty() {
                default_region.into_iter().collect()
            } else {
                listed
            },
        }
    }
}

/// The section `methods`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Methods {
    /// A code or link by mail to a recovery address.
    pub email: MethodRule,
    /// A code from an authenticator app.
    pub authenticator_code: MethodRule,
    /// A code in a text message to a registered mobile number.
    pub sms: SmsRule,
}

impl Methods {
    pub(super) fn read(mut section: Section<'_>, reset: &Reset) -> Self {
        let methods = Self {
            email: MethodRule::read(section.section("email")),
            authenticator_code: MethodRule::read(section.section("authenticator_code")),
            sms: SmsRule::read(section.section("sms")),
        };
        let enabled: BTreeMap<Method, GroupFilter> = methods.enabled();
        let classes: BTreeSet<_> = enabled.keys().map(|method| method.class()).collect();
        if reset.scope == ResetScope::None {
            // Nothing has to work while the reset is off.
        } else if classes.len() < usize::from(reset.required_methods) {
            section.problem_here(format!(
                "reset.required_methods asks for {} classes of methods and only {} enabled: nobody could reset",
                reset.required_methods,
                match classes.len() { 0 => "none is".to_owned(), 1 => "1 is".to_owned(), n => format!("{n} are") },
            ));
        } else if reset.required_methods == 1
            && enabled.keys().all(|method| *method == Method::AuthenticatorCode)
        {
            section.problem_here(
                "the authenticator cannot be the only method when one is asked for: whoever loses the device \
                 would have no way back; enable methods.email or methods.sms too",
            );
        }
        section.finish();
        methods
    }

    /// The methods that are on, in the domain's words.
    pub(super) fn enabled(&self) -> BTreeMap<Method, GroupFilter> {
        [
            (Method::Email, &self.email),
            (Method::AuthenticatorCode, &self.authenticator_code),
            (Method::Sms, &self.sms.rule),
        ]
        .into_iter()
        .filter(|(_, rule)| rule.enabled)
        .map(|(method, rule)| (method, rule.filter()))
        .collect()
    }
}

/// The section `administrators`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Administrators {
    /// Whether administrators may reset their own password here. They always prove two classes.
    pub may_reset: bool,
}

impl Default for Administrators {
    fn default() -> Self {
        Self { may_reset: true }
    }
}

impl Administrators {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let administrators = Self {
            may_reset: section.flag("may_reset", Self::default().may_reset),
        };
        section.finish();
        administrators
    }
}

/// The section `roles`: groups that give each role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Roles {
    /// Help desk, level 1.
    pub password_administrator: BTreeSet<String>,
    /// Help desk, level 2.
    pub user_administrator: BTreeSet<String>,
    /// Decides about this portal.
    pub sspr_administrator: BTreeSet<String>,
    /// Reads the evidence.
    pub auditor: BTreeSet<String>,
}

impl Roles {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let roles = Self {
            password_administrator: section.set(Role::PasswordAdministrator.name()),
            user_administrator: section.set(Role::UserAdministrator.name()),
            sspr_administrator: section.set(Role::SsprAdministrator.name()),
            auditor: section.set(Role::Auditor.name()),
        };
        section.finish();
        roles
    }

    /// The groups of each role, in the domain's words.
    pub(super) fn groups(&self) -> BTreeMap<Role, BTreeSet<String>> {
        Role::ALL
            .into_iter()
            .map(|role| {
                let groups = match role {
                    Role::PasswordAdministrator => &self.password_administrator,
                    Role::UserAdministrator => &self.user_administrator,
                    Role::SsprAdministrator => &self.sspr_administrator,
                    Role::Auditor => &self.auditor,
                };
                (role, groups.clone())
            })
            .collect()
    }
}
