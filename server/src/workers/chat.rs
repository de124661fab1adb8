//! The chat's workers. A shop without a chat has none of them.

use super::{LISTEN_AGAIN_AFTER, again_and_again};
use shop::chat::bot::Bot;
use shop::chat::{self, Archiver, Looker, news};
use shop::{Outcome, Shop};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Kafka may come later than the server.
const JOIN_AGAIN_AFTER: Duration = Duration::from_secs(1);
/// What news did not tell is told after at most twice this long.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// A counsellor is seen three times before they are taken to be gone.
const SEE_EVERY: Duration = Duration::from_secs(20);
/// A counsellor who has gone keeps their rooms so much longer at most.
const GIVE_BACK_EVERY: Duration = Duration::from_secs(5);
/// About as often as it is asked for.
const MEASURE_EVERY: Duration = Duration::from_secs(10);

/// Starts them all; they end with the token.
pub fn start(shop: &Arc<Shop>, stop: &CancellationToken, workers: &mut JoinSet<()>) {
    // These say goodbye.
    workers.spawn(archive(Arc::clone(shop), stop.clone()));
    if shop.counsel.has_bot {
        workers.spawn(answer(Arc::clone(shop), stop.clone()));
    }
    let mut spawn = |worker: std::pin::Pin<Box<dyn Future<Output = ()> + Send>>| {
        let stop = stop.clone();
        workers.spawn(async move {
            stop.run_until_cancelled(worker).await;
        });
    };
    spawn(Box::pin(listen_to_news(Arc::clone(shop))));
    let mut looker = Looker::default();
    let look = async move |shop: &Shop| looker.look(shop).await;
    spawn(Box::pin(again_and_again(Arc::clone(shop), LOOK_EVERY, look)));
    let see = async |shop: &Shop| chat::see_who_is_at_work(shop).await;
    spawn(Box::pin(again_and_again(Arc::clone(shop), SEE_EVERY, see)));
    let give_back = async |shop: &Shop| chat::give_back_rooms(shop).await.map(drop);
    spawn(Box::pin(again_and_again(Arc::clone(shop), GIVE_BACK_EVERY, give_back)));
    spawn(Box::pin(again_and_again(Arc::clone(shop), MEASURE_EVERY, measure)));
}

/// Archives until it is told to stop, and then tells the others that they are to go on.
async fn archive(shop: Arc<Shop>, stop: CancellationToken) {
    let joined = join(&shop, Archiver::join);
    let Some(mut archiver) = stop.run_until_cancelled(joined).await else { return };
    stop.run_until_cancelled(archiver.run()).await;
    archiver.leave().await;
}

/// The same with answers.
async fn answer(shop: Arc<Shop>, stop: CancellationToken) {
    let Some(mut bot) = stop.run_until_cancelled(join(&shop, Bot::join)).await else { return };
    stop.run_until_cancelled(bot.run()).await;
    bot.leave().await;
}

async fn join<R>(shop: &Arc<Shop>, reader: impl Fn(&Arc<Shop>) -> Outcome<R>) -> R {
    loop {
        let joined = async {
            chat::make_topic(shop).await?;
            reader(shop)
        };
        match joined.await {
            Ok(reader) => return reader,
            Err(fault) => fault.log(),
        }
        sleep(JOIN_AGAIN_AFTER).await;
    }
}

async fn listen_to_news(shop: Arc<Shop>) {
    loop {
        if let Err(fault) = news::listen(&shop).await {
            fault.log();
        }
        sleep(LISTEN_AGAIN_AFTER).await;
    }
}

/// How far the archiver is behind the log, all servers together.
async fn measure(shop: &Shop) -> Outcome<()> {
    metrics::gauge!("seonchak_chat_lag").set(chat::lag(shop).await? as f64);
    Ok(())
}
