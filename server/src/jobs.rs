//! What happens by itself: messages leave on a tick, flows that ran out are noted, writes that
//! were cut off are settled.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

use crate::domain::clock::{Clock, SystemClock};
use crate::domain::reset::{Channel, Dispatcher, ResetService, StorageError, recover_writes};

/// Messages leave together at these moments, so that when one leaves says nothing about how long
/// it took to decide about it (law 3).
const DISPATCH_TICK: Duration = Duration::from_millis(500);
/// How often time is looked at.
const HOUSEKEEPING_TICK: Duration = Duration::from_secs(15);

/// Running jobs.
pub struct Jobs {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

/// Starts the jobs.
pub fn start(service: ResetService, dispatcher: &Dispatcher) -> Jobs {
    let (stop, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    for channel in Channel::ALL {
        tasks.spawn(dispatch(dispatcher.clone(), channel, stopped.clone()));
    }
    tasks.spawn(keep_house(service, stopped));
    Jobs { stop, tasks }
}

impl Jobs {
    /// Lets what runs end, and starts nothing new.
    pub async fn stop(mut self) {
        // Nobody listens any more only if the jobs have ended already.
        _ = self.stop.send(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

async fn dispatch(dispatcher: Dispatcher, channel: Channel, mut stopped: watch::Receiver<bool>) {
    let mut tick = interval(DISPATCH_TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut under_way = JoinSet::new();
    loop {
        tokio::select! {
            _ = tick.tick() => {}
            _ = stopped.changed() => break,
        }
        while under_way.try_join_next().is_some() {}
        if let Err(error) = dispatcher.start_due(channel, &mut under_way).await {
            tracing::error!(%error, "messages could not be looked at");
        }
    }
    // What is under way may end.
    while under_way.join_next().await.is_some() {}
}

async fn keep_house(service: ResetService, mut stopped: watch::Receiver<bool>) {
    let mut tick = interval(HOUSEKEEPING_TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            _ = tick.tick() => {}
            _ = stopped.changed() => return,
        }
        if let Err(error) = keep_house_once(&service).await {
            tracing::error!(%error, "housekeeping failed");
        }
    }
}

/// Notes flows that ran out and settles writes that were cut off.
///
/// # Errors
/// When the store fails.
pub async fn keep_house_once(service: &ResetService) -> Result<(), StorageError> {
    let deps = service.deps();
    deps.store.expire(deps.clock.now(), SystemClock.now()).await?;
    recover_writes(service, false).await?;
    Ok(())
}
