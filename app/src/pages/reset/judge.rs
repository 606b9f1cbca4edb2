//! The judge of a password that is being typed: the rules of the server as a WebAssembly module of
//! their own, fetched with this screen. Until it is here, and if it never comes, nothing is judged:
//! the server decides anyway, and nothing that is typed leaves the page.

use js_sys::{Array, Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use postern_api::PasswordRules;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser;
use crate::state::password::Judgement;

#[wasm_bindgen]
extern "C" {
    /// The browser's own `import`, which is no function; `boot.js` makes it one.
    #[wasm_bindgen(js_name = posternImport)]
    fn import(address: &str) -> Promise;
}

/// The judge, once it is here.
#[derive(Clone, Copy)]
pub struct Judge(RwSignal<Option<Function>, LocalStorage>);

impl Judge {
    /// Fetches it.
    pub fn fetch() -> Self {
        let judge = RwSignal::new_local(None);
        spawn_local(async move {
            let fetched = load().await;
            _ = judge.try_set(fetched);
        });
        Self(judge)
    }

    /// What it says of a password.
    pub fn judge(self, typed: &str, names: &[String], rules: PasswordRules) -> Judgement {
        let says = self.0.with(|judge| {
            let password = browser::nfc(typed);
            let names = if rules.protection {
                browser::lower(&names.join("\n"))
            } else {
                String::new()
            };
            let arguments = Array::of(&[
                JsValue::from(browser::lower(&password)),
                JsValue::from(names),
                JsValue::from(rules.min_length),
                JsValue::from(rules.max_length),
                JsValue::from(rules.kinds > 0),
            ]);
            arguments.unshift(&JsValue::from(password));
            judge
                .as_ref()?
                .apply(&JsValue::UNDEFINED, &arguments)
                .ok()?
                .as_f64()
        });
        says.map_or(Judgement::OPEN, Judgement::from_bits)
    }
}

async fn load() -> Option<Function> {
    let assets = js_sys::JSON::parse(&browser::meta("postern-assets")?).ok()?;
    let address = |name| browser::member(&assets, name)?.as_string();
    let module = JsFuture::from(import(&address("judge")?)).await.ok()?;
    let start: Function = browser::member(&module, "default")?.dyn_into().ok()?;
    let started = start.call1(&JsValue::UNDEFINED, &address("rules")?.into()).ok()?;
    JsFuture::from(Promise::resolve(&started)).await.ok()?;
    browser::member(&module, "judge")?.dyn_into().ok()
}
