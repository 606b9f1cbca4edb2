//! The list of languages, each named in itself.

use leptos::prelude::*;
use postern_api::LocaleInfo;

use crate::i18n::{I18n, messages as m, t};

/// The list. It emits the tag of the language that was chosen.
#[component]
pub fn LanguageSelect(
    /// Every language on offer.
    locales: Vec<LocaleInfo>,
    /// Called with the tag of the chosen language.
    on_choose: Callback<String>,
) -> impl IntoView {
    let i18n = I18n::here();
    let options: Vec<AnyView> = locales
        .into_iter()
        .map(|LocaleInfo { tag, name, .. }| {
            let own = tag.clone();
            let lang = tag.clone();
            view! { <option value=tag lang=lang selected=move || i18n.tag() == own>{name}</option> }
                .into_any()
        })
        .collect();
    view! {
        <div class="language-select">
            <label class="visually-hidden" for="language">{t(m::common_language_label())}</label>
            <select id="language" on:change=move |event| on_choose.run(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
    .into_any()
}
