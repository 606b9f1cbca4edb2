//! What the client asks of the browser, in one place.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlDocument, HtmlElement};

use crate::routes::Page;

/// Milliseconds of a clock that only goes forward.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// The root element, `<html>`.
pub fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// The page in the address bar.
pub fn page() -> Option<Page> {
    window()
        .location()
        .pathname()
        .ok()
        .and_then(|path| Page::from_path(&path))
}

/// The content of `<meta name="…">`.
pub fn meta(name: &str) -> Option<String> {
    document()
        .query_selector(&format!("meta[name={name}]"))
        .ok()??
        .get_attribute("content")
}

/// The time zone of the browser, by its IANA name.
pub fn time_zone() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    member(&format.resolved_options(), "timeZone")?.as_string()
}

/// Keeps the chosen language for a year.
pub fn save_locale(tag: &str) {
    let secure = if window()
        .location()
        .protocol()
        .is_ok_and(|scheme| scheme == "https:")
    {
        "; Secure"
    } else {
        ""
    };
    if let Ok(document) = document().dyn_into::<HtmlDocument>() {
        let cookie = format!("postern-locale={tag}; Path=/; Max-Age=31536000; SameSite=Lax{secure}");
        // A browser that refuses cookies still shows the language, until the next page.
        _ = document.set_cookie(&cookie);
    }
}

/// Takes the token of a mailed link out of the address bar.
pub fn take_fragment() -> Option<String> {
    let location = window().location();
    let fragment = location.hash().ok()?;
    let token = fragment
        .strip_prefix('#')
        .filter(|token| !token.is_empty())?
        .to_owned();
    let path = location.pathname().ok()?;
    window()
        .history()
        .ok()?
        .replace_state_with_url(&JsValue::NULL, "", Some(&path))
        .ok()?;
    Some(token)
}

/// A member of an object.
pub fn member(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &JsValue::from_str(name))
        .ok()
        .filter(|value| !value.is_undefined())
}

/// Unicode normalisation form C, by the browser.
pub fn nfc(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// Lower case, by the browser.
pub fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}
