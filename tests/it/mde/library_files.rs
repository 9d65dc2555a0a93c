//! The live response library: forms of a bounded size.

use http_core::ErrorKind;
use sandbox::Fault;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_file_is_uploaded_listed_and_deleted() {
    let bench = Bench::new().await;
    let files = bench.mde().library_files();
    let upload = files.upload("collect.ps1", &b"Get-Process"[..]);
    let entry = upload
        .description("what runs")
        .has_parameters(false)
        .send()
        .await
        .unwrap();
    assert_eq!(entry.file_name.as_str(), "collect.ps1");
    let listed = files.list().items().collect_all().await.unwrap();
    assert!(listed.iter().any(|file| file.file_name == entry.file_name));
    let again = files
        .upload("collect.ps1", &b"Get-Service"[..])
        .send()
        .await;
    assert_eq!(
        again.unwrap_err().kind(),
        ErrorKind::Refused,
        "it is there already"
    );
    let over = files
        .upload("collect.ps1", &b"Get-Service"[..])
        .override_if_exists(true);
    assert_ne!(over.send().await.unwrap().sha256, entry.sha256);
    files.delete("collect.ps1").send().await.unwrap();
    let left = files.list().items().collect_all().await.unwrap();
    assert!(!left.iter().any(|file| file.file_name == entry.file_name));
    let again = files.delete("collect.ps1").send().await;
    assert!(again.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn who_may_not_upload_is_told_of_the_role_that_a_person_needs() {
    let bench = Bench::new().await;
    let upload = "mde.library_files.upload";
    bench.sandbox.fault(Fault::on(upload).status(403));
    let files = bench.mde().library_files();
    let error = files.upload("a.ps1", &b"x"[..]).send().await.unwrap_err();
    let hint = error.hint().unwrap();
    assert!(hint.contains("Library.Manage"), "{hint}");
    assert!(hint.contains("'Manage security settings'"), "{hint}");
}

#[tokio::test(start_paused = true)]
async fn a_file_that_is_too_large_is_refused_before_it_is_sent() {
    let bench = Bench::new().await;
    let large = vec![0; 20 * 1024 * 1024 + 1];
    let error = bench
        .mde()
        .library_files()
        .upload("large.bin", large)
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert!(
        error.message().contains("20971520 bytes at most"),
        "{error}"
    );
    assert_eq!(bench.count("mde.library_files.upload"), 0);
}
