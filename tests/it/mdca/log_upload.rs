//! A traffic log, from the portal's address to the portal's word that it has it.

use http_core::ErrorKind;
use sandbox::{Fault, Sandbox};

use crate::support::Bench;

fn storage(bench: &Bench) -> Vec<sandbox::Received> {
    let requests = bench.sandbox.all_requests();
    requests
        .into_iter()
        .filter(|one| one.method == "PUT")
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_small_log_goes_up_in_one_piece_without_a_token() {
    let bench = Bench::with(Sandbox::builder()).await;
    bench
        .mdca()
        .upload_log("proxy.log", "ZSCALER", "Branches")
        .send(&b"line\n"[..])
        .await
        .unwrap();
    let puts = storage(&bench);
    assert_eq!(puts.len(), 1);
    assert_eq!(
        (puts[0].status, puts[0].header("authorization")),
        (201, None)
    );
    assert_eq!(puts[0].header("x-ms-blob-type"), Some("BlockBlob"));
    assert_eq!(bench.count("mdca.discovery.finalize_upload"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_large_log_goes_up_in_blocks() {
    let bench = Bench::with(Sandbox::builder()).await;
    let log = vec![b'x'; 65 * 1024 * 1024];
    bench
        .mdca()
        .upload_log("proxy.log", "ZSCALER", "Branches")
        .send(log)
        .await
        .unwrap();
    let puts = storage(&bench);
    assert_eq!(puts.len(), 10, "nine blocks and their list");
    let list = String::from_utf8(puts[9].body.to_vec()).unwrap();
    assert_eq!(list.matches("<Latest>").count(), 9);
    assert!(
        puts.iter()
            .all(|one| one.status == 201 && one.header("authorization").is_none())
    );
    assert_eq!(bench.count("mdca.discovery.finalize_upload"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_portal_that_is_not_told_has_no_log() {
    let bench = Bench::with(Sandbox::builder()).await;
    bench.sandbox.fault(
        Fault::on("mdca.discovery.finalize_upload")
            .always()
            .status(403),
    );
    let error = bench
        .mdca()
        .upload_log("proxy.log", "ZSCALER", "Branches")
        .send(&b"line\n"[..])
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Denied);
    let empty = bench
        .mdca()
        .upload_log("proxy.log", "ZSCALER", "Branches")
        .send(Vec::new())
        .await
        .unwrap_err();
    assert_eq!(empty.kind(), ErrorKind::Usage);
}
