//! The configuration as the domain's policy.

use std::sync::Arc;

use super::{Composition, Config, Disclosure, ResetScope};
use crate::domain::policy::{
    self, CodeRules, FlowLimits, GroupFilter, NotifyPolicy, PasswordPolicy, Policy, Scope,
};

/// How often a reset can be continued (product section 4.1); not a setting.
const MAX_CONTINUES: u8 = 10;

impl Config {
    /// The policy that this configuration puts in force.
    pub fn policy(&self) -> Policy {
        let reset_scope = match self.reset.scope {
            ResetScope::None => Scope::None,
            ResetScope::All => Scope::All,
            ResetScope::Selected => Scope::Selected(GroupFilter {
                include: self.reset.include.clone(),
                exclude: self.reset.exclude.clone(),
            }),
        };
        let mut organisation_names = vec![self.organisation.name.clone()];
        for name in &self.organisation.names {
            if !organisation_names.contains(name) {
                organisation_names.push(name.clone());
            }
        }
        Policy {
            disclosure: match self.reset.disclosure {
                Disclosure::Uniform => policy::Disclosure::Uniform,
                Disclosure::Explain => policy::Disclosure::Explain,
            },
            unlock_without_reset: self.reset.unlock_without_reset,
            entitled: self.reset.entitled.clone(),
            writeback: self.directory.ldap().is_none_or(|ldap| ldap.writeback),
            reset_scope,
            required_methods: self.reset.required_methods,
            methods: self.methods.enabled(),
            administrators_may_reset: self.administrators.may_reset,
            roles: self.roles.groups(),
            flow: FlowLimits {
                lifetime_seconds: self.flow.lifetime_seconds,
                max_continues: MAX_CONTINUES,
                max_failures: self.flow.max_failures,
            },
            codes: CodeRules {
                digits: self.codes.digits,
                email_lifetime_seconds: self.codes.email_lifetime_seconds,
                sms_lifetime_seconds: self.codes.sms_lifetime_seconds,
                tries: self.codes.tries,
                resend_seconds: self.codes.resend_seconds,
                per_target_in_ten_minutes: self.codes.per_target_in_ten_minutes,
                per_target_in_an_hour: self.codes.per_target_in_an_hour,
            },
            sms: self.methods.sms.policy(),
            password: PasswordPolicy {
                min_length: self.password.min_length,
                max_length: self.password.max_length,
                composition: match self.password.composition {
                    Composition::None => postern_password::Composition::None,
                    Composition::ThreeOfFour => postern_password::Composition::ThreeOfFour,
                },
                protection: self.password.protection,
                terms: Arc::clone(&self.password.terms),
                common: Arc::clone(&self.password.common),
                organisation_names,
            },
            notify: NotifyPolicy {
                user_on_reset: self.notify.user_on_reset,
                user_on_unlock: self.notify.user_on_unlock,
                admins_on_admin_reset: self.notify.admins_on_admin_reset,
            },
        }
    }
}
