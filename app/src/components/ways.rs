//! Other ways out, under the primary button.

use leptos::prelude::*;

use crate::i18n::Text;

/// One way out.
#[derive(Clone, Copy)]
pub enum Way {
    /// To another page of the portal.
    Link(&'static str, Text),
    /// Something that happens here.
    Act(Callback<()>, Text),
}

/// The list of them.
#[component]
pub fn Ways(
    /// In the order of the list.
    ways: Vec<Way>,
) -> impl IntoView {
    let items: Vec<AnyView> = ways.into_iter().map(item).collect();
    view! { <ul class="ways">{items}</ul> }.into_any()
}

fn item(way: Way) -> AnyView {
    match way {
        Way::Link(path, label) => view! { <li><a href=path>{label}</a></li> }.into_any(),
        Way::Act(act, label) => view! {
            <li><button type="button" class="link" on:click=move |_| act.run(())>{label}</button></li>
        }
        .into_any(),
    }
}
