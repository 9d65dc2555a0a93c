//! `defender auth logout`: removes the session of a profile from this machine.
//!
//! The store is removed even if it cannot be decrypted. Tokens at the identity service stay valid until they expire.

use serde_json::json;

use crate::session::Session;
use terminal::{Failure, Result};

/// Removes the store after a question. Prints whether there was one; a missing one is no failure.
pub(super) async fn run(session: &mut Session<'_>) -> Result<()> {
    let Some(profile) = session.context.environment().profile() else {
        return Err(Failure::usage("no profile is chosen").with_hint(format!(
            "name it with -p; `{}` shows them",
            terminal::program::call("profile list")
        )));
    };
    let name = profile.name.clone();
    let sessions = session.context.sessions()?;
    let what = "remove the stored sign-in of a profile";
    if session.globals.dry_run {
        let kept = sessions.path(&name);
        let writes: Vec<_> = sessions.has(&name).then_some(&*kept).into_iter().collect();
        return session
            .console
            .would(what, &writes, json!({"profile": name}));
    }
    if sessions.has(&name) {
        let what = format!("remove the stored sign-in of profile {name}");
        session.console.confirm(session.globals.yes, &what)?;
    }
    let removing = sessions.remove(&name);
    let removed = session.wait(removing).await??;
    if !removed {
        session.note("this profile had no stored sign-in");
    }
    let outcome = json!({"profile": name, "removed": removed});
    session.console.value(&outcome)
}
