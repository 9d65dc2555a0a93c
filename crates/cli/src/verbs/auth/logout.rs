//! `defender auth logout`: forgets what a sign-in left on this machine.

use clap::Command;
use serde_json::json;

use crate::console::text_of;
use crate::failure::{Failure, Result};
use crate::session::Session;
use crate::verbs::{confirm, would};

pub(super) fn command() -> Command {
    Command::new("logout")
        .about("Forget the sign-in that is kept for a profile")
        .long_about(
            "Forget the sign-in that is kept for a profile: refresh token, access tokens, client secret. The profile stays.\n\n\
             The identity service is not told; an administrator who wants the sessions of a user to end everywhere revokes them there.",
        )
}

pub(super) async fn run(session: &mut Session<'_>) -> Result<()> {
    let Some(profile) = session.context.environment().profile() else {
        return Err(Failure::usage("no profile is chosen").with_hint(format!(
            "name it with -p; `{}` shows them",
            crate::program::call("profile list")
        )));
    };
    let name = profile.name.clone();
    let sessions = session.context.sessions()?;
    let what = "forget the sign-in that is kept for a profile";
    if session.globals.dry_run {
        let kept = sessions.path(&name);
        let writes: Vec<_> = sessions.has(&name).then_some(&*kept).into_iter().collect();
        return would(session.console, what, &writes, json!({"profile": name}));
    }
    if sessions.has(&name) {
        let what = format!("forget the sign-in that is kept for profile {name}");
        confirm(session.console, session.globals.yes, &what)?;
    }
    let removing = sessions.remove(&name);
    let removed = session.signals.or(removing).await??;
    if !removed {
        session.console.note("nothing was kept for this profile");
    }
    let outcome = json!({"profile": name, "removed": removed});
    session.console.object(&text_of(&outcome))
}
