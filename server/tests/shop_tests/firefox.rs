//! The shop in the other engine: Playwright has Chromium only.

use crate::kit::TestShop;
use crate::kit::firefox::Firefox;
use crate::kit::process::ServerProcess;
use crate::kit::until;
use serde_json::json;

#[tokio::test]
#[ignore = "needs Firefox, geckodriver and the built site: bin/test runs it"]
async fn a_page_comes_alive_under_its_policy_and_runs_nothing_planted() {
    let shop = TestShop::open_with(0).await;
    let server = ServerProcess::start(&shop.settings).await;
    let firefox = Firefox::start().await;
    firefox.go_to(&server.url).await;
    let hydrated = "return document.querySelectorAll('[data-hydrated]').length";
    until("the page is alive", async || (firefox.run(hydrated).await == json!(1)).then_some(()))
        .await;

    // A click leads on without loading a page: what the window knows stays.
    firefox.run("window.stayed = true; document.querySelector('a.is-drops').click()").await;
    until("the next page is shown", async || {
        let there = firefox.run("return [location.pathname, window.stayed]").await;
        (there == json!(["/drops", true])).then_some(())
    })
    .await;

    // The policy's 'self' is the socket's address as well.
    let hello = "const socket = new WebSocket(location.origin.replace('http', 'ws') + '/live');
                 socket.onmessage = ({ data }) => done(JSON.parse(data).type);
                 socket.onerror = () => done('refused');";
    assert_eq!(firefox.run_until_done(hello).await, json!("hello"));

    let planted = "const forbidden = [];
        document.addEventListener('securitypolicyviolation',
            (event) => forbidden.push(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'window.planted = true';
        document.body.append(script);
        fetch('https://evil.example/').catch(() => {}).then(() =>
            setTimeout(() => done([window.planted ?? false, forbidden]), 0));";
    let planted = firefox.run_until_done(planted).await;
    assert_eq!(planted, json!([false, ["script-src-elem", "connect-src"]]));
}
