//! The panel that holds one screen: step, heading, lead, content. It names the page in the title
//! and takes the focus when the person comes from another screen.

use leptos::prelude::*;

use super::{ErrorSummary, Faults};
use crate::a11y;
use crate::i18n::{I18n, Text, messages as m};

/// One screen.
#[component]
pub fn Panel(
    /// The heading, and the title of the page.
    title: Text,
    /// Which step it is.
    #[prop(optional, into)]
    step: Option<Text>,
    /// What it is about.
    #[prop(optional, into)]
    lead: Option<Text>,
    /// What has to be put right.
    #[prop(optional, into)]
    faults: Option<Faults>,
    /// The content.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    name_page(title, faults);
    a11y::arrive();
    view! {
        <section class="panel">
            {faults.map(|faults| view! { <ErrorSummary faults=faults/> }.into_any())}
            {step.map(|step| view! { <p class="step">{step}</p> }.into_any())}
            <h1 tabindex="-1">{title}</h1>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> }.into_any())}
            {children.map(|children| children())}
        </section>
    }
    .into_any()
}

fn name_page(title: Text, faults: Option<Faults>) {
    let i18n = I18n::here();
    Effect::new(move |_| {
        let (organisation, page) = (i18n.organisation(), title.get());
        let name = if faults.is_some_and(Faults::any) {
            m::common_page_title_error(organisation, page)
        } else {
            m::common_page_title(organisation, page)
        };
        document().set_title(&i18n.text(&name));
    });
}
