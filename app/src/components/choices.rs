//! A list of choices, one press each.

use leptos::prelude::*;

use super::Icon;
use crate::i18n::Text;

/// One choice.
#[derive(Clone, Copy)]
pub struct Choice {
    /// Its picture.
    pub icon: Icon,
    /// Its name.
    pub name: Text,
    /// More about it.
    pub hint: Text,
    /// Called when it is chosen.
    pub on_choose: Callback<()>,
}

/// The list.
#[component]
pub fn Choices(
    /// In the order of the list.
    choices: Vec<Choice>,
) -> impl IntoView {
    let items: Vec<AnyView> = choices.into_iter().map(item).collect();
    view! { <ul class="choices">{items}</ul> }.into_any()
}

fn item(choice: Choice) -> AnyView {
    let Choice {
        icon,
        name,
        hint,
        on_choose,
    } = choice;
    view! {
        <li>
            <button type="button" class="choice" on:click=move |_| on_choose.run(())>
                {icon.draw()}
                <span class="choice-name">{name}</span>
                " "
                <span class="choice-hint">{hint}</span>
            </button>
        </li>
    }
    .into_any()
}
