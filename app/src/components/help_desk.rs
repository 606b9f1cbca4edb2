//! Where to turn: telephone, mail, website and hours, in the same order on every page.

use leptos::prelude::*;
use postern_api as wire;

use crate::i18n::{messages as m, t};

/// The help desk's hours, which have a language.
#[derive(Clone, Copy)]
pub struct Hours(pub RwSignal<String>);

/// The help desk in one paragraph.
#[component]
pub fn HelpDesk(
    /// What the organisation says about it.
    desk: wire::HelpDesk,
    /// Called when somebody turns to it.
    on_use: Callback<()>,
) -> impl IntoView {
    let wire::HelpDesk {
        phone,
        email,
        link,
        hours,
    } = desk;
    let Hours(local_hours) = expect_context();
    let unknown = (phone.is_none() && email.is_none() && link.is_none() && hours.is_none())
        .then(|| view! { " " <span>{t(m::common_help_desk_unknown())}</span> }.into_any());
    let phone = phone.map(|phone| {
        let address = format!("tel:{}", dialled(&phone));
        view! { " " <a href=address on:click=move |_| on_use.run(())><bdi dir="ltr">{phone}</bdi></a> }
            .into_any()
    });
    let email = email.map(|email| {
        let address = format!("mailto:{email}");
        view! { " " <a href=address on:click=move |_| on_use.run(())><bdi dir="ltr">{email}</bdi></a> }
            .into_any()
    });
    let link = link.map(|link| {
        let label = t(m::common_help_desk_website());
        view! { " " <a href=link rel="external" on:click=move |_| on_use.run(())>{label}</a> }.into_any()
    });
    let hours = hours.map(|_| view! { " " <span class="help-desk-hours">{local_hours}</span> }.into_any());
    view! {
        <p class="help-desk">
            <span class="help-desk-name">{t(m::common_help_desk())}</span>
            {phone}
            {email}
            {link}
            {hours}
            {unknown}
        </p>
    }
    .into_any()
}

/// A telephone number as a telephone takes it.
fn dialled(written: &str) -> String {
    written
        .chars()
        .filter(|character| character.is_ascii_digit() || *character == '+')
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_number_is_dialled_without_its_spaces() {
        assert_eq!(super::dialled("+44 1632 960-001"), "+441632960001");
    }
}
