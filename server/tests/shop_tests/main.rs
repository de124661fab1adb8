//! The shop as a whole: real servers on their own ports, real MySQL, Redis and Kafka. Every test
//! brings its own database and key prefix, and never sleeps: it waits for what it expects.
#![recursion_limit = "512"] // a page is one deep type to the compiler
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod account;
mod addresses;
mod audit;
mod authorization;
mod away;
mod bot;
mod cart;
mod catalog;
mod catalog_large;
mod catalog_lists;
mod challenge;
mod chat;
mod clicks;
mod clocks;
mod config;
mod cookies;
mod counsel;
mod crowd;
mod dashboard;
mod documents;
mod doors;
mod drops;
mod emergency_stop;
mod enumeration;
mod firefox;
mod health;
mod kafka;
mod kit;
mod leaving;
mod leaving_for_good;
mod letters;
mod limits;
mod live;
mod log_in_tries;
mod members;
mod observatory;
mod opening;
mod orders;
mod orders_invariants;
mod orders_races;
mod outages;
mod outward;
mod owner_drops;
mod owner_members;
mod owner_orders;
mod owner_products;
mod second_factor;
mod sessions;
mod sign_in;
mod stopping;
mod tokens;
mod visitors;
mod wishes;
