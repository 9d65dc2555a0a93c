//! Upload of a traffic log, from the upload address to the finished import.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use http_core::{Content, ErrorKind};
use mdca_api::Progress;
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

/// A generated log, and the number of bytes read from it.
struct Lines(Arc<AtomicU64>);

impl tokio::io::AsyncRead for Lines {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        into: &mut tokio::io::ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let count = into.remaining();
        into.initialize_unfilled().fill(b'x');
        into.advance(count);
        self.0.fetch_add(count as u64, Ordering::Relaxed);
        Poll::Ready(Ok(()))
    }
}

const MIB: u64 = 1024 * 1024;

#[tokio::test(start_paused = true)]
async fn a_large_log_goes_up_in_blocks_and_is_read_no_faster() {
    let bench = Bench::with(Sandbox::builder()).await;
    let read = Arc::new(AtomicU64::new(0));
    let (seen, total) = (Arc::clone(&read), 17 * MIB);
    // The service fails for the second block: the block is sent again, without reading it again.
    bench.sandbox.fault(
        Fault::on("mdca.discovery.perform_upload")
            .nth(2)
            .status(503),
    );
    bench
        .mdca()
        .upload_log("proxy.log", "ZSCALER", "Branches")
        .on_progress(move |progress| {
            if let Progress::Sent { sent, total } = progress {
                assert_eq!(total, 17 * MIB);
                assert_eq!(
                    seen.load(Ordering::Relaxed),
                    sent,
                    "more was read than was sent"
                );
            }
        })
        .send(Content::reader(Lines(Arc::clone(&read)), total))
        .await
        .unwrap();
    assert_eq!(read.load(Ordering::Relaxed), total);
    let puts = storage(&bench);
    let taken: Vec<_> = puts.iter().filter(|one| one.status == 201).collect();
    assert_eq!(
        (puts.len(), taken.len()),
        (5, 4),
        "three blocks and their list, one twice"
    );
    assert!(
        taken
            .iter()
            .all(|one| one.header("authorization").is_none())
    );
    let sizes: Vec<_> = taken
        .iter()
        .map(|one| one.body.len() as u64 / MIB)
        .collect();
    assert_eq!(sizes, [8, 8, 1, 0]);
    let list = String::from_utf8(taken[3].body.to_vec()).unwrap();
    assert_eq!(list.matches("<Latest>").count(), 3);
    assert_eq!(bench.count("mdca.discovery.finalize_upload"), 1);
}

#[tokio::test(start_paused = true)]
async fn options_of_an_upload_are_those_of_each_call() {
    for (length, calls) in [(1, 3), (9 * MIB, 5)] {
        let bench = Bench::with(Sandbox::builder()).await;
        let upload = || bench.mdca().upload_log("proxy.log", "ZSCALER", "Branches");
        let log = || Content::reader(Lines(Arc::default()), length);
        upload()
            .header("x-correlation", "CHG-7")
            .send(log())
            .await
            .unwrap();
        let requests = bench.sandbox.all_requests();
        let marked = requests
            .iter()
            .filter(|one| one.header("x-correlation") == Some("CHG-7"));
        assert_eq!(marked.count(), calls, "{length} bytes");

        let refused = upload().header("authorization", "Bearer x").send(log());
        assert_eq!(refused.await.unwrap_err().kind(), ErrorKind::Usage);
        assert_eq!(bench.sandbox.all_requests().len(), requests.len());

        bench.sandbox.fault(
            Fault::on("mdca.discovery.perform_upload")
                .times(1)
                .status(503),
        );
        let once = upload().retry(http_core::RetryConfig::never()).send(log());
        assert_eq!(once.await.unwrap_err().status().unwrap(), 503);
    }
}

#[tokio::test(start_paused = true)]
async fn a_log_that_is_cut_while_it_is_read_does_not_reach_the_portal() {
    let bench = Bench::with(Sandbox::builder()).await;
    let error = bench
        .mdca()
        .upload_log("proxy.log", "ZSCALER", "Branches")
        .send(Content::reader(&b"line"[..], 9 * MIB))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    assert_eq!(bench.count("mdca.discovery.finalize_upload"), 0);
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
