//! Tabs of one browser tell each other which flow they are in; an older one then explains itself.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use super::flow::{ResetFlow, Trouble};

const CHANNEL: &str = "postern-reset";

/// Tells the other tabs which flow this browser is in now; empty for none.
pub fn announce(flow: &str) {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        // Other tabs that do not hear it are told by the server at their next write.
        _ = channel.post_message(&flow.into());
        channel.close();
    }
}

/// Listens to the other tabs.
pub fn listen(flow: ResetFlow) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else {
        return;
    };
    let hear = move |event: MessageEvent| {
        let theirs = event.data().as_string();
        if flow.id().is_some() && flow.id() != theirs {
            flow.trouble(Trouble::OtherTab);
        }
    };
    // A channel that somebody listens to stays as long as the page does.
    let hear = Closure::<dyn Fn(MessageEvent)>::new(hear).into_js_value();
    channel.set_onmessage(Some(hear.unchecked_ref()));
}
