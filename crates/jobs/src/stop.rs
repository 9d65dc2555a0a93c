//! An early end that work is told of, and that it may prepare for.

use std::future::pending;

use tokio::sync::watch::Sender;

/// Tells work to end early: to commit what it has, and to begin nothing more. Clones share it.
///
/// Nothing is dropped: work that does not look goes on. A caller that cannot wait for ever bounds the time itself.
///
/// ```
/// use jobs::Stop;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let stop = Stop::new();
/// let told = stop.told();
/// stop.now();
/// told.await;
/// assert!(stop.is_told());
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Stop(Sender<bool>);

impl Default for Stop {
    fn default() -> Self {
        Self::new()
    }
}

impl Stop {
    /// Nothing is told yet.
    pub fn new() -> Self {
        Self(Sender::new(false))
    }

    /// Tells all who wait, and all who will.
    pub fn now(&self) {
        self.0.send_replace(true);
    }

    /// Whether the work was told.
    pub fn is_told(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until the work is told. Never ends once every clone is gone.
    pub fn told(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut told = self.0.subscribe();
        async move {
            if told.wait_for(|told| *told).await.is_err() {
                pending().await
            }
        }
    }
}
