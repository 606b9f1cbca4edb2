//! The take-over: the client replaces the page that the server drew, without losing what was
//! typed, the selection, the focus, or an unfinished composition.

use std::future::Future;
use std::pin::pin;
use std::task::Poll;

use leptos::mount::mount_to;
use leptos::prelude::{document, request_animation_frame};
use postern_api::{ProblemKind, Secret, SiteInfo};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement};

use crate::api;
use crate::app::{App, AppProps, Beginning};
use crate::browser;
use crate::rest;
use crate::routes::Page;
use crate::state::screen::Standing;

/// Starts the client. `boot.js` calls it once and shows the help desk if it fails.
///
/// # Errors
/// The shell is not one of this server, or the texts did not come.
#[wasm_bindgen]
pub async fn start() -> Result<(), JsValue> {
    let on_link_page = browser::page() == Some(Page::Link);
    let token = if on_link_page {
        browser::take_fragment().map(Secret::new)
    } else {
        None
    };
    let site = site().ok_or_else(|| JsError::new("the shell names no site"))?;
    let root = browser::root().ok_or_else(|| JsError::new("no document"))?;
    let tag = root.lang();
    let locale = site
        .locales
        .iter()
        .find(|locale| locale.tag == tag)
        .or_else(|| site.locales.first());
    let locale = locale
        .ok_or_else(|| JsError::new("the site has no language"))?
        .clone();
    let ((table, standing), ()) = both(both(api::table(&locale.table), standing()), later_screens()).await;
    let table = table.map_err(|_| JsError::new("the texts did not come"))?;

    composition_ends(&root).await;
    let portal = document()
        .get_element_by_id("portal")
        .and_then(|portal| portal.dyn_into::<HtmlElement>().ok());
    let portal = portal.ok_or_else(|| JsError::new("the shell has no portal"))?;
    let kept = Kept::read();
    let beginning = Beginning {
        site,
        locale: locale.tag,
        table,
        standing,
        typed: kept.typed.clone(),
        token,
    };
    portal.replace_children_with_node_0();
    mount_to(portal, move || App(AppProps { beginning })).forget();
    root.dataset().set("started", "")?;
    kept.restore();
    submit_held(&root);
    Ok(())
}

fn site() -> Option<SiteInfo> {
    api::json::read(&browser::meta("postern-site")?)
}

/// Asks for this browser's session, unless the server said in the shell that there is none.
async fn standing() -> Standing {
    if browser::meta("postern-flow").as_deref() == Some("none") {
        return Standing::Missing;
    }
    match api::current().await {
        Ok(state) => Standing::Open(state),
        Err(error) => match error.kind() {
            Some(ProblemKind::FlowMissing | ProblemKind::SessionExpired) => Standing::Missing,
            _ => Standing::Unknown,
        },
    }
}

/// Fetches the screens after the first, if one of them comes first.
async fn later_screens() {
    if !matches!(browser::page(), Some(Page::Home | Page::Identify(_))) {
        // If they do not come, the screen says so.
        _ = rest::fetch().await;
    }
}

/// Waits until an input method has finished what it is composing.
async fn composition_ends(root: &HtmlElement) {
    if root.dataset().get("composing").is_none() {
        return;
    }
    let ended = js_sys::Promise::new(&mut |resolve, _| {
        // Adding a listener to the document does not fail.
        _ = document().add_event_listener_with_callback("compositionend", &resolve);
    });
    // A promise that is only ever resolved.
    _ = JsFuture::from(ended).await;
}

/// What the person has done with the page that the server drew.
struct Kept {
    typed: String,
    selection: Option<(u32, u32, String)>,
    focused: String,
    language: Option<String>,
}

impl Kept {
    fn read() -> Self {
        let field = input("identifier");
        Self {
            typed: field.as_ref().map(HtmlInputElement::value).unwrap_or_default(),
            selection: field.as_ref().and_then(selection),
            focused: document()
                .active_element()
                .map(|element| element.id())
                .unwrap_or_default(),
            language: language().map(|select| select.value()),
        }
    }

    fn restore(self) {
        if !self.focused.is_empty() {
            crate::a11y::focus(&self.focused);
        }
        if let (Some(field), Some((start, end, direction))) = (input("identifier"), self.selection) {
            // The view sets its value a moment later, which would move the cursor to the end.
            field.set_value(&self.typed);
            // Fails only for fields without a selection, and this one has one.
            _ = field.set_selection_range_with_direction(start, end, &direction);
        }
        if let (Some(select), Some(chosen)) = (language(), self.language)
            && select.value() != chosen
            && let Ok(event) = web_sys::Event::new("change")
        {
            select.set_value(&chosen);
            // Whether anybody prevents it does not matter.
            _ = select.dispatch_event(&event);
        }
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn language() -> Option<HtmlSelectElement> {
    document().get_element_by_id("language")?.dyn_into().ok()
}

fn selection(field: &HtmlInputElement) -> Option<(u32, u32, String)> {
    let start = field.selection_start().ok()??;
    let end = field.selection_end().ok()??;
    let direction = field
        .selection_direction()
        .ok()
        .flatten()
        .unwrap_or_else(|| "none".to_owned());
    Some((start, end, direction))
}

/// Performs a submit that came before the client was ready.
fn submit_held(root: &HtmlElement) {
    if root.dataset().get("submitHeld").is_none() {
        return;
    }
    root.dataset().delete("submitHeld");
    request_animation_frame(|| {
        let form = document().get_element_by_id("identify-form");
        if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            // The form has no constraints that could refuse.
            _ = form.request_submit();
        }
    });
}

/// Two futures at once.
async fn both<A, B>(first: impl Future<Output = A>, second: impl Future<Output = B>) -> (A, B) {
    let (mut first, mut second) = (pin!(first), pin!(second));
    let (mut a, mut b) = (None, None);
    std::future::poll_fn(move |context| {
        if a.is_none()
            && let Poll::Ready(value) = first.as_mut().poll(context)
        {
            a = Some(value);
        }
        if b.is_none()
            && let Poll::Ready(value) = second.as_mut().poll(context)
        {
            b = Some(value);
        }
        match (a.take(), b.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (left, right) => {
                (a, b) = (left, right);
                Poll::Pending
            }
        }
    })
    .await
}
